import type { Database, Trx } from '@repere/db'
import type { Insertable } from 'kysely'
import { insertEvents, listEvents } from './repository.ts'
import { type Facts, findWordyFact } from './rules.ts'

export { type Head, readHead, writeHead } from './chain.ts'
export { findHead } from './seal-repository.ts'
export { sealTrail } from './sealing.ts'
export { type Break, verifyTrail } from './verification.ts'

export interface HappenedEvent {
  /** Who did it. The clock, the operator and a visitor have no id. */
  actor: { id: string; role: 'coordinator' | 'production' | 'registrar' } | 'clock' | 'operator' | 'visitor'
  /** What happened, `subject.verb`: `booking.confirmed`, `credential.decided`. */
  kind: string
  subject: { kind: string; id: string }
  /** Codes, ids, days, counts and versions; never names or free text. */
  facts?: Facts
  /** Defaults to the database's clock at this statement. */
  at?: Date
}

/**
 * Writes to the audit trail, in the transaction of what it tells of: both are kept, or neither. Throws on facts
 * that could hold words of a person, since what is written here can never be taken back.
 */
export const record = (trx: Trx, event: HappenedEvent): Promise<void> => recordAll(trx, [event])

/** The same for several events, in one statement: a confirmation may concern hundreds of requests. */
export const recordAll = async (trx: Trx, events: readonly HappenedEvent[]): Promise<void> => {
  if (events.length > 0) await insertEvents(trx, events.map(toLine))
}

/** How people in a role record what they do to one kind of thing. */
export const recorderOf =
  (role: 'coordinator' | 'production', subject: string) =>
  (trx: Trx, by: { id: string }, id: string, kind: string, at: Date, facts: Facts = {}): Promise<void> =>
    record(trx, { actor: { id: by.id, role }, kind, subject: { kind: subject, id }, facts, at })

const toLine = ({ actor, kind, subject, facts = {}, at }: HappenedEvent): Insertable<Database['event']> => {
  const wordy = findWordyFact(facts)
  if (wordy) throw new Error(`event ${kind}: the fact "${wordy}" is not a code, an id, a day or a count`)
  const who: Pick<Database['event'], 'actorRole' | 'actorId'> =
    typeof actor === 'string'
      ? { actorId: null, actorRole: actor }
      : { actorId: actor.id, actorRole: actor.role }
  return {
    ...who,
    kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    facts: JSON.stringify(facts),
    ...(at && { at }),
  }
}

/** Lines of the trail, newest first, for what has a history of its own. */
export const listTrail = listEvents
