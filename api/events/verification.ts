import type { Db, Sealer } from '@repere/db'
import { beginning, type Head, sealEntry } from './chain.ts'
import { type ChainLink, findHead, listLinks } from './seal-repository.ts'

/**
 * Where the chain first breaks. `changed`: the entry, or its place after the one before it, is not what was sealed.
 * `removed`: a seal without its entry. `inserted`: an entry among sealed ones that nobody sealed. `head`: the chain
 * holds together and does not lead through the head that was noted.
 */
export interface Break {
  eventId: number
  because: 'changed' | 'removed' | 'inserted' | 'head'
}

export interface Verification {
  sealed: number
  /** Entries that wait for the sealer: written in the last seconds, or since it stands still. */
  unsealed: number
  firstUnsealed: number | null
  head: Head | null
  broken: Break | null
}

export interface VerificationOptions {
  /** A head noted earlier: the chain must still lead through it. */
  noted?: Head | undefined
  onProgress?: (entries: number) => void
}

const span = 10_000

/**
 * Reads the whole trail beside its seals, as of one instant, ten thousand ids at a time, and stops at the first break.
 */
export const verifyTrail = (
  { db, sealer }: { db: Db; sealer: Sealer },
  { noted, onProgress = () => {} }: VerificationOptions = {},
): Promise<Verification> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const end = await findHead(trx)
      const found: Verification = {
        sealed: 0,
        unsealed: 0,
        firstUnsealed: null,
        head: end ?? null,
        broken: null,
      }
      let before: Buffer = beginning
      let after = 0
      let met = noted === undefined
      for (;;) {
        const links = await listLinks(trx, after, span)
        if (links.length === 0) break
        for (const link of links) {
          after = link.id
          if (link.hash === null && link.entry !== null && link.id > (end?.eventId ?? 0)) {
            found.unsealed += 1
            found.firstUnsealed ??= link.id
            continue
          }
          const because = judge(sealer, before, link, noted)
          if (because) return { ...found, broken: { eventId: link.id, because } }
          met ||= link.id === noted?.eventId
          before = link.hash ?? before
          found.sealed += 1
        }
        onProgress(found.sealed + found.unsealed)
      }
      // Never met: the last entries are gone together with their seals, or the whole chain is another.
      return noted && !met ? { ...found, broken: { eventId: noted.eventId, because: 'head' } } : found
    })

const judge = (
  sealer: Sealer,
  before: Buffer,
  { id, entry, hash }: ChainLink,
  noted: Head | undefined,
): Break['because'] | undefined => {
  if (entry === null) return 'removed'
  if (hash === null) return 'inserted'
  if (!sealEntry(sealer, before, entry).equals(hash)) return 'changed'
  return noted?.eventId === id && !noted.hash.equals(hash) ? 'head' : undefined
}
