import type { BookingKind, BookingState } from '@repere/db/vocabulary/booking.ts'
import { type Day, daysOf } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { listEventsOfAll } from './party-repository.ts'
import { asOf, type TimelineEntry, toTimeline } from './present-rules.ts'
import { type BookingRow, listBookings } from './repository.ts'
import { settleRead } from './settle.ts'
import { toStanding } from './standing.ts'

/** One request from its sending on, as the production that sent it may retell it: no words of anybody. */
export interface Story {
  id: string
  kind: BookingKind
  state: BookingState
  requestedAt: string
  /** As they were asked for at first. */
  days: Day[]
  /** Until when the first answer was awaited; null where that was not kept. */
  replyBy: string | null
  person: { displayName: string; titleForm: string; removed: boolean }
  timeline: TimelineEntry[]
}

/** A project has a few dozen requests; the schedule of one could not hold more people than this. */
const all = { states: [], page: 1, perPage: 2_000 }

/** Every request of a project of this account’s company, the earliest first, each as it reads at this moment. */
export const readStories = async (deps: Deps, account: SignedIn, projectId: string): Promise<Story[]> => {
  await settleRead(deps, account)
  const now = deps.clock.now()
  const { rows } = await listBookings(deps.db, account, { ...all, projectId }, now)
  const events = await listEventsOfAll(
    deps.db,
    rows.map(({ id }) => id),
  )
  return rows
    .map((row) => toStory(row, events.get(row.id) ?? [], now))
    .sort((one, other) => (one.requestedAt + one.id < other.requestedAt + other.id ? -1 : 1))
}

const toStory = (row: BookingRow, events: Parameters<typeof toTimeline>[0], now: Date): Story => {
  const standing = toStanding(row, [], now)
  const timeline = toTimeline(events, standing, now)
  const [asked] = timeline
  const { state, replyBy } = asOf(row, standing, now)
  return {
    id: row.id,
    kind: row.kind,
    state,
    requestedAt: row.requestedAt.toISOString(),
    days: asked?.days ?? daysOf(row.days),
    replyBy: asked?.deadline ?? (state === 'requested' ? (replyBy?.toISOString() ?? null) : null),
    person: {
      displayName: row.coordinatorName,
      titleForm: row.titleForm,
      removed: row.coordinatorAccountId === null,
    },
    timeline,
  }
}
