import type { BookingPhase, Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { isBlockedBy } from '../blocks/service.ts'
import { getVerifiedCompany } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { holdOwnProject, type ProjectView, readableUntil, refuseStops } from '../projects/service.ts'
import { isFrozenBetween } from '../reports/service.ts'
import type { RequestInput } from './contract.ts'
import { policyOfToday, replyDeadline } from './deadline-rules.ts'
import { insertMessage } from './message-repository.ts'
import { refuseLinks } from './messages.ts'
import { tell } from './notices.ts'
import { findAskable, hasAsked } from './party-repository.ts'
import { listByIds } from './repository.ts'
import { daysOfPhases } from './terms-rules.ts'
import { note } from './trail.ts'
import { toBooking } from './view.ts'
import { insertBooking } from './write-repository.ts'

/**
 * Asks a coordinator for some phases of a project, as an option or firm. Snapshots days and terms: editing the
 * project later changes nothing here. Blocks no day. Refuses, in this order: what does not exist for the caller;
 * an unproven address or company; somebody who takes no requests; what comes too late; what a minor must not do.
 */
export const requestBooking = async (deps: Deps, trx: Trx, account: SignedIn, input: RequestInput) => {
  const now = deps.clock.now()
  refuseLinks(input.message, '/message')
  const asked = readReplyBy(input, now)
  const policy = { ...policyOfToday, challengeHours: deps.config.challengeHours }
  const coordinator = (await findAskable(trx, input.coordinator, now)) ?? refuse('coordinator-not-found')
  const project = await holdOwnProject(deps, trx, account, input.projectId)
  if (!account.emailVerified) refuse('email-not-verified')
  const company = await getVerifiedCompany(trx, account.id)
  // Asked whether paused or not, so that neither the answer nor its time tells a block from a pause.
  const blocked = await isBlockedBy(trx, coordinator.id, { companyId: company.id, accountId: account.id })
  if (coordinator.paused || blocked) refuse('not-taking-requests')
  // What a report brought to a stand is not gone around by asking anew.
  if (await isFrozenBetween(trx, coordinator.id, company.id)) refuse('booking-frozen')
  if (!coordinator.disciplines.includes(project.discipline)) refuse('discipline-mismatch')
  const phases = keepDays(choosePhases(project, input.phaseIds), input.days)
  const days = daysOfPhases(phases)
  const deadline = replyDeadline(
    { firstDay: days[0] ?? refuse('no-days'), timeZone: coordinator.timeZone, asked, policy },
    now,
  )
  if (!deadline.ok) return refuse(deadline.because)
  refuseStops(project.stops)
  if (!(await hasAsked(trx, company.id, coordinator.id)))
    await deps.limits.spend('new-coordinator', [company.id])
  await deps.limits.spend('known-coordinator', [`${company.id} ${coordinator.id}`])

  const wrappedKey = deps.sealer.createKey()
  const id = await insertBooking(trx, {
    coordinatorId: coordinator.id,
    companyId: company.id,
    projectId: project.id,
    wrappedKey,
    destroyAfter: readableUntil(days),
    kind: input.kind,
    terms: { phases, rate: input.rate ?? null, employmentForm: project.employmentForm },
    policy,
    replyByLimit: deadline.limit,
    expiresAt: deadline.replyBy,
    requestedAt: now,
  })
  const bodySealed = deps.sealer.withKey(wrappedKey).seal(input.message)
  await insertMessage(trx, {
    bookingId: id,
    authorId: account.id,
    party: 'production',
    bodySealed,
    createdAt: now,
  })
  const facts = {
    kind: input.kind,
    to: 'requested',
    version: 1,
    days,
    deadline: deadline.replyBy.toISOString(),
  }
  await note(trx, { actor: account, what: 'requested', bookingId: id, facts, at: now })
  const [row = refuse('booking-not-found')] = await listByIds(trx, [id])
  await tell(deps, trx, [{ row, to: 'coordinator', name: 'request-received' }])
  return toBooking(deps, trx, row, account, now)
}

const readReplyBy = ({ replyBy }: RequestInput, now: Date): Date | undefined => {
  if (replyBy === undefined) return undefined
  const asked = new Date(replyBy)
  if (asked <= now) refuse('invalid-request', { errors: [{ pointer: '/replyBy', detail: 'must lie ahead' }] })
  return asked
}

const choosePhases = (project: ProjectView, phaseIds: string[] | undefined): BookingPhase[] => {
  if (phaseIds === undefined) return project.phases
  const known = new Set(project.phases.map(({ id }) => id))
  const errors = phaseIds.flatMap((id, index) =>
    known.has(id) ? [] : [{ pointer: `/phaseIds/${index}`, detail: 'is not a phase of this project' }],
  )
  if (errors.length > 0) refuse('invalid-request', { errors })
  return project.phases.filter(({ id }) => phaseIds.includes(id))
}

/** Of the chosen phases, these days alone. */
const keepDays = (phases: BookingPhase[], asked: readonly Day[] | undefined): BookingPhase[] => {
  if (asked === undefined) return phases
  const known = new Set(phases.flatMap(({ days }) => days))
  const errors = asked.flatMap((day, index) =>
    known.has(day) ? [] : [{ pointer: `/days/${index}`, detail: 'is not a day of these phases' }],
  )
  if (errors.length > 0) refuse('invalid-request', { errors })
  return phases.flatMap((phase) => {
    const days = phase.days.filter((day) => asked.includes(day))
    return days.length > 0 ? [{ ...phase, days }] : []
  })
}
