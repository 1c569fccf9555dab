import type { Db } from '@repere/db'
import { type BookingState, isOpenState } from '@repere/db/vocabulary/booking.ts'
import { dayIn, daysBetween, daysOf } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { type ProjectView, readProjects, readWordings } from '../projects/service.ts'
import { firstDayOf } from './clocks.ts'
import { cancellationShare, extendedUntil, extension, usualChallengeHours } from './deadline-rules.ts'
import { countUnread } from './message-repository.ts'
import { findContacts, isNews, listEvents, listLatestEvents } from './party-repository.ts'
import { asOf, type TrailLine, toTimeline } from './present-rules.ts'
import { type Holding, ranksOf, takenDays } from './rank-rules.ts'
import { type Actor, type BookingRow, listHoldings } from './repository.ts'
import { responseTimeOfCompany, responseTimeOfCoordinator } from './response-repository.ts'
import { allowedMoves, blockedMoves, isAccepted } from './rules.ts'
import type { BookingShape, BookingSummaryShape } from './shapes-contract.ts'
import { toStanding, turnOf } from './standing.ts'
import { rateOf, toVersions } from './terms.ts'
import { listTerms } from './terms-repository.ts'

type Summary = BookingSummaryShape

/** Bookings as an account reads them in a list. */
export const toSummaries = async (
  deps: Deps,
  db: Db,
  rows: readonly BookingRow[],
  actor: Actor,
  now: Date,
): Promise<Summary[]> => {
  const holdings = await listHoldings(db, [...new Set(rows.map((row) => row.coordinatorId))], now)
  const projects = await readProjects(
    deps,
    db,
    rows.map((row) => row.projectId),
  )
  const unread =
    actor.role === 'registrar'
      ? new Map<string, number>()
      : await countUnread(
          db,
          rows.map((row) => row.id),
          actor.role,
        )
  const latest = await listLatestEvents(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) =>
    toSummary(row, {
      actor,
      now,
      holdings: holdings.filter(({ coordinatorId }) => coordinatorId === row.coordinatorId),
      project: projects.get(row.projectId),
      unread: unread.get(row.id) ?? 0,
      trail: latest.filter(({ subjectId }) => subjectId === row.id),
    }),
  )
}

interface Context {
  actor: Actor
  now: Date
  holdings: readonly Holding[]
  project: ProjectView | undefined
  unread: number
  /** What is known of its past, up to the last thing that happened. */
  trail: readonly TrailLine[]
}

const toSummary = (row: BookingRow, { actor, now, holdings, project, unread, trail }: Context): Summary => {
  const stands = row.frozen && actor.role !== 'registrar'
  const standing = toStanding(row, holdings, now)
  const { state, version, expiresAt, replyBy } = asOf(row, standing, now)
  return {
    id: row.id,
    party: actor.role,
    kind: row.kind,
    state,
    version,
    days: daysOf(row.days),
    exclusiveDays: daysOf(row.exclusiveDays),
    rank: ranksOf(row.id, holdings),
    takenDays: isOpenState(state) ? takenDays(row, holdings) : [],
    requestedAt: row.requestedAt.toISOString(),
    replyBy: replyBy?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    turn: turnOf({ state, termsBy: row.termsBy }),
    challenge: toChallenge(row, holdings, state),
    frozen: row.frozen,
    allowedMoves: stands ? [] : allowedMoves(standing, actor.role, now),
    blockedMoves: stands ? [] : blockedMoves(standing, actor.role, now),
    coordinator: {
      slug: row.publishedAt && row.coordinatorAccountId ? row.slug : null,
      displayName: row.coordinatorName,
      titleForm: row.titleForm,
      timeZone: row.timeZone,
      removed: row.coordinatorAccountId === null,
    },
    company: { legalName: row.legalName, country: row.country, removed: row.companyAccountId === null },
    project: toProject(row, { actor, project, accepted: isAccepted(state) }),
    unreadMessages: unread,
    latest: toTimeline(trail, standing, now).at(-1) ?? null,
  }
}

/** Its part in an open challenge: it awaits the answer of others, or must answer itself. Who the others are stays unsaid. */
const toChallenge = (
  row: BookingRow,
  holdings: readonly Holding[],
  state: BookingState,
): Summary['challenge'] => {
  if (!row.challengeUntil || !isOpenState(state)) return null
  return row.challengedBy === null
    ? {
        role: 'challenger',
        until: row.challengeUntil.toISOString(),
        awaited: holdings.filter(({ challengedBy }) => challengedBy === row.id).length,
      }
    : { role: 'challenged', until: row.challengeUntil.toISOString(), awaited: 0 }
}

/** The title is for the production, and for the coordinator once accepted; a registrar reads neither name. */
const toProject = (
  row: BookingRow,
  { actor, project, accepted }: { actor: Actor; project: ProjectView | undefined; accepted: boolean },
): Summary['project'] => {
  const isOwn = actor.role === 'production'
  const readsTitle = isOwn || (actor.role === 'coordinator' && accepted)
  return {
    id: isOwn ? row.projectId : null,
    title: readsTitle ? (project?.title ?? null) : null,
    codeName: actor.role === 'registrar' ? null : (project?.codeName ?? null),
    type: row.projectType,
    discipline: row.discipline,
    regions: project?.regions ?? [],
  }
}

/** A booking as a party reads its page, or a registrar: parties, days and state, none of the words. */
export const toBooking = async (
  deps: Deps,
  db: Db,
  row: BookingRow,
  actor: Actor,
  now: Date,
): Promise<BookingShape> => {
  const holdings = await listHoldings(db, [row.coordinatorId], now)
  const project = (await readProjects(deps, db, [row.projectId])).get(row.projectId)
  const unread =
    actor.role === 'registrar' ? 0 : ((await countUnread(db, [row.id], actor.role)).get(row.id) ?? 0)
  const standing = toStanding(row, holdings, now)
  const events = await listEvents(db, row.id)
  const trail = events.filter(isNews)
  const summary = toSummary(row, { actor, now, holdings, project, unread, trail })
  const isParty = actor.role !== 'registrar'
  const { endedAt } = asOf(row, standing, now)
  const window = { from: row.requestedAt, end: endedAt }
  const wordings = isParty ? await readWordings(deps, db, row.projectId, window) : undefined
  return {
    ...summary,
    termsVersion: row.termsVersion,
    terms: toVersions(await listTerms(db, row.id), isParty),
    phases: row.phases,
    rate: isParty ? rateOf(row) : null,
    employmentForm: row.employmentForm,
    placedAt: row.placedAt?.toISOString() ?? null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    reason: toReason(deps, row, isParty),
    policy: {
      ...row.policy,
      challengeHours: row.policy.challengeHours ?? usualChallengeHours,
      extensionDays: extension.mostDays,
    },
    extension: toExtension(row, summary.state),
    cancellationShare: cancellationShare(
      row.policy.cancellation,
      daysBetween(dayIn(row.timeZone, now), firstDayOf(row)),
    ),
    project: {
      ...summary.project,
      languages: project?.languages ?? [],
      described: row.described,
      brief: wordings?.brief ?? null,
      pastBriefs: (wordings?.past ?? []).map(({ brief, until }) => ({ brief, until: until.toISOString() })),
      backSchedule: isParty ? (project?.backSchedule ?? []) : [],
      version: project?.version ?? 1,
    },
    responseTime: await responseTimeOfOther(db, row, actor, now),
    textsErasedAt: row.destroyedAt?.toISOString() ?? null,
    contact: isParty && isAccepted(summary.state) ? await findContactOfOther(db, row, actor) : null,
    timeline: toTimeline(events, standing, now),
  }
}

const toExtension = (row: BookingRow, state: BookingState): BookingShape['extension'] => {
  if (state !== 'option' || !row.expiresAt) return null
  const place = { firstDay: firstDayOf(row), timeZone: row.timeZone, expiresAt: row.expiresAt }
  const latest = extendedUntil(place, extension.mostDays)
  return {
    asked: row.extensionAskedUntil?.toISOString() ?? null,
    count: row.extensions,
    latest: latest > row.expiresAt && !row.challengeUntil ? latest.toISOString() : null,
  }
}

const toReason = (deps: Deps, row: BookingRow, isParty: boolean): BookingShape['reason'] => {
  if (!row.reasonCode && !row.reasonSealed) return null
  const note =
    isParty && row.reasonSealed && row.wrapped
      ? deps.sealer.withKey(row.wrapped).open(row.reasonSealed)
      : null
  return { code: row.reasonCode, note }
}

const findContactOfOther = async (
  db: Db,
  row: BookingRow,
  actor: Actor,
): Promise<BookingShape['contact']> => {
  const { coordinator, company } = await findContacts(db, row)
  return (actor.role === 'coordinator' ? company : coordinator) ?? null
}

const responseTimeOfOther = (db: Db, row: BookingRow, { role }: Actor, now: Date) => {
  if (role === 'coordinator') return responseTimeOfCompany(db, row.companyId, now)
  return role === 'production' ? responseTimeOfCoordinator(db, row.coordinatorId, now) : null
}
