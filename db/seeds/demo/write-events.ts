import type { Insertable } from 'kysely'
import type { Trx } from '../../connect.ts'
import type { EventTable } from '../../tables/event.ts'
import { accountIdOf } from './accounts.ts'
import type { Step } from './booking.ts'
import type { DemoTime } from './demo-time.ts'
import { daysOfPhases } from './lives.ts'
import type { PlayedBooking } from './played.ts'
import { threadOf } from './write-bookings.ts'

type Line = Insertable<EventTable> & { at: Date }
type Party = 'coordinator' | 'production' | 'registrar' | 'clock'

/** How the trail names a move that was made, and whose it is where only one side may make it. */
const moves: Record<Step['move'], { happened: string; by: Party }> = {
  accept: { happened: 'accepted', by: 'coordinator' },
  counter: { happened: 'countered', by: 'coordinator' },
  decline: { happened: 'declined', by: 'coordinator' },
  withdraw: { happened: 'withdrawn', by: 'production' },
  confirm: { happened: 'confirmed', by: 'production' },
  release: { happened: 'released', by: 'production' },
  cancel: { happened: 'cancelled', by: 'production' },
  void: { happened: 'voided', by: 'registrar' },
  expire: { happened: 'expired', by: 'clock' },
  complete: { happened: 'completed', by: 'clock' },
}

/** The trail of bookings, in the order in which it happened. */
export const writeEvents = async (
  trx: Trx,
  { time, registrarId, played }: { time: DemoTime; registrarId: string; played: readonly PlayedBooking[] },
): Promise<void> => {
  const lines = played.flatMap((one) => trailOf(one, registrarId, time))
  lines.sort((a, b) => a.at.getTime() - b.at.getTime())
  await trx.insertInto('event').values(lines).execute()
}

const trailOf = (played: PlayedBooking, registrarId: string, time: DemoTime): Line[] => {
  const { booking, id, producer, phases, life } = played
  const actors = {
    coordinator: accountIdOf(booking.person),
    production: producer,
    registrar: registrarId,
    clock: null,
  }
  const line = (by: Party, kind: string, at: Date, facts: object = {}): Line => ({
    at,
    actorId: actors[by],
    actorRole: by,
    kind: `booking.${kind}`,
    subjectKind: 'booking',
    subjectId: id,
    facts: JSON.stringify(facts),
  })
  const asked = { kind: booking.kind, to: 'requested', version: 1, days: daysOfPhases(phases) }
  const [, ...answers] = threadOf(played, time)
  return [
    line('production', 'requested', life.requestedAt, asked),
    ...life.steps.map((step, place) => {
      const { happened, by } = moves[step.move]
      const facts = { to: step.to, version: place + 2 }
      return by === 'clock' || !('before' in step)
        ? line('clock', happened, step.at, { ...facts, since: step.at.toISOString() })
        : line(step.by ?? by, happened, step.at, { ...facts, ...(step.reason && { reason: step.reason }) })
    }),
    ...answers.map(({ party, createdAt }) => line(party, 'message-sent', createdAt)),
  ]
}
