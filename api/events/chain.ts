import type { Sealer } from '@repere/db'
import { sql } from 'kysely'

/** What the first entry is sealed after. */
export const beginning = Buffer.alloc(0)

/**
 * An entry in the one form that is sealed: a JSON array of all its columns, the instant in UTC to the microsecond.
 * Written by Postgres, since a JavaScript date would lose the microseconds and `jsonb` sorts the keys of the facts.
 */
export const canonicalEntry = sql<string>`jsonb_build_array(
  event.id, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), event.actor_id, event.actor_role,
  event.kind, event.subject_kind, event.subject_id, event.facts)::text`

/**
 * The seal of an entry: HMAC-SHA-256, under a key derived from the application's secret, over the seal before it and
 * the entry. Who holds the database without the secret cannot forge one; who holds both can rewrite the whole chain,
 * and is found by a head that was noted elsewhere.
 */
export const sealEntry = (sealer: Sealer, before: Buffer, entry: string): Buffer =>
  Buffer.from(sealer.digest('audit-trail', `${before.toString('hex')}\n${entry}`), 'hex')

/** The end of the chain: the last sealed entry and its seal. */
export interface Head {
  eventId: number
  hash: Buffer
}

/** `1204:9f86…`: what an operator notes down, and gives back to be compared. */
export const writeHead = ({ eventId, hash }: Head): string => `${eventId}:${hash.toString('hex')}`

/** Reads a noted head; undefined when it is none. */
export const readHead = (text: string): Head | undefined => {
  const [, id = '', hex = ''] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? []
  return id ? { eventId: Number(id), hash: Buffer.from(hex, 'hex') } : undefined
}
