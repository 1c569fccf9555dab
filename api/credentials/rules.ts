import type { CredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'

export type DatesFault = {
  at: 'issuedOn' | 'expiresOn'
  because: 'issued-in-the-future' | 'ends-before-it-begins'
}

/** What is wrong with the dates on a document, if anything. A document already over may be declared. */
export const findDatesFault = (
  { issuedOn, expiresOn }: { issuedOn: Day | null; expiresOn: Day | null },
  today: Day,
): DatesFault | undefined => {
  if (issuedOn && issuedOn > today) return { at: 'issuedOn', because: 'issued-in-the-future' }
  if (issuedOn && expiresOn && expiresOn < issuedOn)
    return { at: 'expiresOn', because: 'ends-before-it-begins' }
  return undefined
}

/** Whether others may see it: a refused one is hidden, a withdrawn one leaves card and profile. */
export const isShownToOthers = ({ state, refused }: { state: CredentialState; refused: boolean }): boolean =>
  !refused && state !== 'withdrawn'

export interface DeclaredFacts {
  number: string | null
  issuedOn: Day | null
  expiresOn: Day | null
}

/**
 * Whether a declaration only repeats one that a registrar refused: taking a refused credential back and declaring
 * it again unchanged would bring it into view undecided.
 */
export const repeatsRefused = (declared: DeclaredFacts, refused: readonly DeclaredFacts[]): boolean =>
  refused.some(
    (past) =>
      past.number === declared.number &&
      past.issuedOn === declared.issuedOn &&
      past.expiresOn === declared.expiresOn,
  )
