import { sql } from 'kysely'
import { toMultirange } from '../../column-types.ts'
import type { Trx } from '../../connect.ts'
import type { Sealer } from '../../sealing.ts'
import { type BookingState, isOpenState } from '../../vocabulary/booking.ts'
import { rangesOf } from '../../vocabulary/day.ts'
import type { DemoTime } from './demo-time.ts'
import { coordinatorIdOf } from './identity.ts'
import { exclusiveDaysOf } from './lives.ts'
import { type PlayedBooking, playBookings } from './played.ts'
import { writeTrail } from './trail.ts'
import { trailOfBooking } from './trail-of-bookings.ts'
import { writeBookings } from './write-bookings.ts'
import { projectIdOf } from './write-projects.ts'

/** What the clock alone makes of a state in time. */
const agesTo = (state: BookingState): BookingState | undefined =>
  isOpenState(state) ? 'expired' : state === 'confirmed' ? 'completed' : undefined

/**
 * Keeps open requests and options of the demo open: deadlines that nobody acted on are set anew once half their time is over. What the clock has
 * ended is asked again as a new booking on days to come, for its trail cannot be unwritten. Moves that people made
 * stand.
 */
export const refreshBookings = async (
  trx: Trx,
  { time, sealer }: { time: DemoTime; sealer: Sealer },
): Promise<void> => {
  const alive = playBookings(time, time.today).filter(({ life }) => agesTo(life.state))
  const latest = await listLatest(trx, alive)
  const again: PlayedBooking[] = []
  for (const [place, played] of alive.entries()) {
    const found = latest[place]
    if (!found) continue
    const untouched = found.state === played.life.state && found.version === played.life.version
    if (found.state === agesTo(played.life.state) || (untouched && isBeyondRenewal(found, time.now))) {
      if (!(await isTaken(trx, played))) again.push(played)
    } else if (untouched && isHalfOver(found, played, time.now)) await renewDeadline(trx, found.id, played)
  }
  if (again.length === 0) return
  await rollProjects(trx, again)
  await writeBookings(trx, { time, sealer, played: again })
  await writeTrail(
    trx,
    again.flatMap((played) => trailOfBooking(played, time)),
  )
}

/** The last booking between each pair of project and person, whoever made it. */
const listLatest = async (trx: Trx, played: readonly PlayedBooking[]) => {
  const rows = await trx
    .selectFrom('booking')
    .select(['id', 'projectId', 'coordinatorId', 'state', 'version', 'expiresAt', 'replyByLimit'])
    .where(
      'projectId',
      'in',
      played.map(({ project }) => projectIdOf(project.key)),
    )
    .orderBy('requestedAt')
    .execute()
  return played.map(({ project, booking }) =>
    rows.findLast(
      ({ projectId, coordinatorId }) =>
        projectId === projectIdOf(project.key) && coordinatorId === coordinatorIdOf(booking.person),
    ),
  )
}

/** Lapsed, though nobody wrote that down yet, and its first day too near for another deadline. */
const isBeyondRenewal = (
  { expiresAt, replyByLimit }: { expiresAt: Date | null; replyByLimit: Date },
  now: Date,
): boolean => expiresAt !== null && expiresAt <= now && replyByLimit <= now

/** With more than half of its time left a deadline stays: a moved one is reminded of afresh, in the trail too. */
const isHalfOver = ({ expiresAt }: { expiresAt: Date | null }, { life }: PlayedBooking, now: Date): boolean =>
  expiresAt !== null &&
  life.expiresAt !== null &&
  expiresAt.getTime() - now.getTime() < (life.expiresAt.getTime() - now.getTime()) / 2

/** Whether the person is confirmed elsewhere on its days by now. */
const isTaken = async (trx: Trx, { booking, phases }: PlayedBooking): Promise<boolean> => {
  const days = toMultirange(rangesOf(exclusiveDaysOf(phases)))
  const taken = await trx
    .selectFrom('booking')
    .select('id')
    .where('coordinatorId', '=', coordinatorIdOf(booking.person))
    .where('state', '=', 'confirmed')
    .where(sql<boolean>`exclusive_days && ${days}::datemultirange`)
    .limit(1)
    .executeTakeFirst()
  return taken !== undefined
}

/** Never beyond the limit of the booking itself: with its first day too near, it is left to lapse. */
const renewDeadline = async (trx: Trx, id: string, { life }: PlayedBooking): Promise<void> => {
  if (!life.expiresAt) return
  await trx
    .updateTable('booking')
    .set({ expiresAt: sql<Date>`least(${life.expiresAt}, reply_by_limit)` })
    .where('id', '=', id)
    .execute()
}

/** Moves the phases of projects asked again to the days that are asked now. */
const rollProjects = async (trx: Trx, played: readonly PlayedBooking[]): Promise<void> => {
  const phases = new Map(
    played.flatMap(({ phases: own }) => own.map((phase) => [phase.id, phase.days] as const)),
  )
  for (const [id, days] of phases)
    await trx
      .updateTable('projectPhase')
      .set({ days: toMultirange(rangesOf(days)) })
      .where('id', '=', id)
      .execute()
}
