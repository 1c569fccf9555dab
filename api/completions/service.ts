import type { Db, Trx } from '@repere/db'
import { type Day, dayIn } from '@repere/db/vocabulary/day.ts'
import { type BookingRow, findCompleted, holdCompleted, note, tell } from '../bookings/service.ts'
import { getVerifiedCompany } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { isConfidential } from '../profiles/service.ts'
import { readProjects } from '../projects/service.ts'
import type { AnswerInput } from './contract.ts'
import { listReminders } from './reminder-repository.ts'
import { nextCreditReminder } from './reminder-rules.ts'
import { type Answer, findAnswer, findLevels, keepAnswer, listAwaiting } from './repository.ts'
import {
  correctableUntil,
  daysOnSetOf,
  findFaults,
  hiddenUntilAsBooked,
  isRepeated,
  mostDaysOf,
  roleAsBooked,
} from './rules.ts'

export { remindOfCredits } from './reminders.ts'

/** What stands after the work, with what would be confirmed as booked. */
export const readCompletion = async (deps: Deps, account: SignedIn, id: string) =>
  toView(deps, deps.db, await findCompleted(deps, account, id), account)

/**
 * Keeps what the production says of work that is over, and tells the person. Corrections are told too, a few a day; once
 * their time is over the answer stands. Under another title the person shows it anew: nobody else's words stand on a
 * profile before its owner has read them.
 */
export const answerCompletion = (deps: Deps, account: SignedIn, id: string, input: AnswerInput) =>
  deps.db.transaction().execute(async (trx) => {
    const row = await holdCompleted(deps, trx, account, id)
    await getVerifiedCompany(trx, account.id)
    const now = deps.clock.now()
    const before = await findAnswer(trx, deps.sealer, id)
    if (!isOpen(row, before, now)) refuse('credit-settled')
    const confirmed = await confirmedBy(deps, trx, row, before, input)
    if (before && isRepeated(before, confirmed)) return toView(deps, trx, row, account)
    await deps.limits.spend('after-work', [`${account.id} ${id}`])
    await keepAnswer(
      trx,
      deps.sealer,
      {
        bookingId: id,
        coordinatorId: row.coordinatorId,
        companyId: row.companyId,
        discipline: row.discipline,
        kind: row.projectType,
        year: Number(lastDayOf(row).slice(0, 4)),
        outcome: input.outcome,
        confirmed,
        isRetitled: confirmed?.title !== before?.title,
      },
      now,
    )
    const what = confirmed ? (before ? 'credit-corrected' : 'credit-confirmed') : 'credit-not-as-booked'
    const facts = { ...(confirmed && { role: confirmed.role, daysOnSet: confirmed.daysOnSet }) }
    await note(trx, { actor: account, what, bookingId: id, facts, at: now })
    await tell(deps, trx, [{ row, to: 'coordinator', name: what }])
    return toView(deps, trx, row, account)
  })

/** Work of the account's company that is over and unanswered. */
export const readAwaiting = async (deps: Deps, account: SignedIn) => {
  const rows = await listAwaiting(deps.db, account.id, deps.clock.now())
  const projects = await readProjects(
    deps,
    deps.db,
    rows.map(({ projectId }) => projectId),
  )
  return rows.map((row) => {
    const { title = null, codeName = null } = projects.get(row.projectId) ?? {}
    const levels = { intimacy: row.levelIntimacy, 'eco-production': row.levelEcoProduction }
    return {
      bookingId: row.id,
      coordinatorName: row.coordinatorName,
      project: title,
      firstDay: firstDayOf(row),
      lastDay: lastDayOf(row),
      discipline: row.discipline,
      role: roleAsBooked(row.discipline, levels),
      daysOnSet: daysOnSetOf(row.phases),
      titleHiddenUntil: silenceLeft(deps, row, codeName),
    }
  })
}

const firstDayOf = ({ days }: Pick<BookingRow, 'days'>): Day => days[0]?.from ?? ''
const lastDayOf = ({ days }: Pick<BookingRow, 'days'>): Day => days.at(-1)?.to ?? ''

const isOpen = (row: BookingRow, answer: Answer | undefined, now: Date): boolean =>
  answer === undefined || dayIn(row.timeZone, now) <= correctableUntil(answer, row.timeZone)

/** What one click confirms. */
const asBookedOf = async (deps: Deps, db: Db | Trx, row: BookingRow) => {
  const project = (await readProjects(deps, db, [row.projectId])).get(row.projectId)
  return {
    role: roleAsBooked(row.discipline, await findLevels(db, row.coordinatorId)),
    daysOnSet: daysOnSetOf(row.phases),
    title: project?.title ?? null,
    titleHiddenUntil: silenceLeft(deps, row, project?.codeName ?? null),
  }
}

const confirmedBy = async (
  deps: Deps,
  trx: Trx,
  row: BookingRow,
  before: Answer | undefined,
  input: AnswerInput,
) => {
  if (input.outcome !== 'confirmed') return null
  const usual = await asBookedOf(deps, trx, row)
  const confirmed = {
    role: input.role ?? usual.role,
    daysOnSet: input.daysOnSet ?? usual.daysOnSet,
    titleHiddenUntil: input.titleHiddenUntil === undefined ? usual.titleHiddenUntil : input.titleHiddenUntil,
  }
  const title =
    input.title ??
    before?.title ??
    usual.title ??
    refuse('invalid-request', {
      errors: [{ pointer: '/title', detail: 'must be said: the texts of the project are erased' }],
    })
  const errors = findFaults(confirmed, {
    mostDays: mostDaysOf(firstDayOf(row), lastDayOf(row)),
    today: dayIn(row.timeZone, deps.clock.now()),
    before: before?.titleHiddenUntil ?? null,
  })
  return errors.length > 0 ? refuse('invalid-request', { errors }) : { ...confirmed, title }
}

/** A silence that would be over already is none. */
const silenceLeft = (
  { clock }: Pick<Deps, 'clock'>,
  row: Pick<BookingRow, 'days' | 'timeZone'>,
  codeName: string | null,
): Day | null => {
  const until = hiddenUntilAsBooked(codeName, lastDayOf(row))
  return until !== null && until < dayIn(row.timeZone, clock.now()) ? null : until
}

/** How often the production was reminded of its answer, and when it will be again. */
const remindersOf = async (db: Db | Trx, { id, endedAt }: BookingRow, now: Date) => ({
  sent: (await listReminders(db, id)).map(({ at }) => at.toISOString()),
  next: (endedAt && nextCreditReminder(endedAt, now)?.toISOString()) ?? null,
})

const toView = async (deps: Deps, db: Db | Trx, row: BookingRow, account: SignedIn) => {
  const now = deps.clock.now()
  const answer = await findAnswer(db, deps.sealer, row.id)
  const isOwners = account.role === 'coordinator'
  return {
    answer,
    reminders: answer ? null : await remindersOf(db, row, now),
    asBooked: await asBookedOf(deps, db, row),
    mostDays: mostDaysOf(firstDayOf(row), lastDayOf(row)),
    titleHidden: isConfidential(
      { confidentialUntil: answer?.titleHiddenUntil ?? null },
      dayIn(row.timeZone, now),
    ),
    correctableUntil: answer ? correctableUntil(answer, row.timeZone) : null,
    mayAnswer: account.role === 'production' && isOpen(row, answer, now),
    isOwners,
  }
}

export type CompletionView = Awaited<ReturnType<typeof toView>>
