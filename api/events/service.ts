import type { Database, Trx } from '@repere/db'
import { insertEvent, listEvents } from './repository.ts'
import { type Facts, findWordyFact } from './rules.ts'

export interface HappenedEvent {
  /** Who did it. The clock and the operator have no id. */
  actor: { id: string; role: 'coordinator' | 'production' | 'registrar' } | 'clock' | 'operator'
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
export const record = async (
  trx: Trx,
  { actor, kind, subject, facts = {}, at }: HappenedEvent,
): Promise<void> => {
  const wordy = findWordyFact(facts)
  if (wordy) throw new Error(`event ${kind}: the fact "${wordy}" is not a code, an id, a day or a count`)
  const who: Pick<Database['event'], 'actorRole' | 'actorId'> =
    typeof actor === 'string'
      ? { actorId: null, actorRole: actor }
      : { actorId: actor.id, actorRole: actor.role }
  await insertEvent(trx, {
    ...who,
    kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    facts: JSON.stringify(facts),
    ...(at && { at }),
  })
}

/** A page of the trail, newest first, for a registrar's eyes. */
export const listTrail = listEvents
