import type { Insertable } from 'kysely'
import type { CredentialTable } from '../../tables/credential.ts'
import type { CredentialDecisionTable } from '../../tables/credential-decision.ts'
import type { CredentialDecision } from '../../vocabulary/credential.ts'
import { addDays } from '../../vocabulary/day.ts'
import type { Discipline } from '../../vocabulary/discipline.ts'
import type { Chance } from '../chance.ts'
import { type Moment, someOf, uuidBy } from './person.ts'

/** What becomes of declared credentials, in a thousand. */
const fates: readonly [upTo: number, decisions: readonly CredentialDecision[]][] = [
  [350, []],
  [700, ['document-seen']],
  [960, ['document-seen', 'confirm']],
  [980, ['document-seen', 'confirm', 'withdraw']],
  [1000, ['refuse']],
]

interface Held {
  credentials: (Insertable<CredentialTable> & { id: string })[]
  decisions: Insertable<CredentialDecisionTable>[]
}

/** Credentials of a person's disciplines, with what was decided on them; a few have run out. */
export const makeCredentials = (
  chance: Chance,
  coordinatorId: string,
  disciplines: readonly Discipline[],
  catalogue: Record<Discipline, readonly string[]>,
  { now, today }: Moment,
): Held => {
  const codes = new Set(disciplines.flatMap((discipline) => someOf(chance, catalogue[discipline], 0.16)))
  const held: Held = { credentials: [], decisions: [] }
  for (const code of codes) {
    const id = uuidBy(chance)
    const issued = chance.between(60, 1200)
    const ends = chance.next() < 0.4 ? chance.between(-60, 900) : undefined
    held.credentials.push({
      id,
      coordinatorId,
      code,
      issuedOn: addDays(today, -issued),
      expiresOn: ends === undefined ? null : addDays(today, ends),
      declaredAt: new Date(now.getTime() - 50 * 86_400_000),
    })
    const fate = chance.between(1, 1000)
    const decisions = fates.find(([upTo]) => fate <= upTo)?.[1] ?? []
    decisions.forEach((decision, step) => {
      held.decisions.push({
        id: uuidBy(chance),
        credentialId: id,
        decision,
        reason: decision === 'withdraw' ? 'holder-asked' : '',
        decidedBy: '00000000-0000-8000-8000-000000000000',
        decidedAt: new Date(now.getTime() - (40 - step * 5) * 86_400_000),
      })
    })
  }
  return held
}
