import { accountIdOf } from './accounts.ts'
import type { Step } from './booking.ts'
import type { DemoTime } from './demo-time.ts'
import { daysOfPhases } from './lives.ts'
import type { PlayedBooking } from './played.ts'
import { registrarId } from './registrar.ts'
import type { Line } from './trail.ts'
import { threadOf } from './write-bookings.ts'

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

/** What the trail says of a booking: the request, every move, every message. */
export const trailOfBooking = (played: PlayedBooking, time: DemoTime): Line[] => {
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
  const asked = {
    kind: booking.kind,
    to: 'requested',
    version: 1,
    days: daysOfPhases(phases),
    deadline: life.replyBy.toISOString(),
  }
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
