import type { Trx } from '@repere/db'
import { readVerificationCode } from '@repere/db/vocabulary/verification-code.ts'
import { badgeDay } from '../credentials/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { createVerificationCode } from './codes.ts'
import {
  findVerified,
  insertVerification,
  listDecisions,
  listOwnVerifications,
  lockOwnCredential,
  revokeVerification,
} from './repository.ts'
import { findSharingFault, tellHistory, type VerificationEvent } from './rules.ts'

type Stand = Pick<Deps, 'db' | 'clock'>

export type Verified = NonNullable<Awaited<ReturnType<typeof findVerified>>> & {
  history: { event: VerificationEvent; at: Date }[]
  checkedAt: Date | null
  asOf: Date
}

/** What a code says at this moment. Whatever cannot be shown is not found, for whatever reason. */
export const verify = async ({ db, clock }: Stand, typed: string): Promise<Verified> => {
  const asOf = clock.now()
  const code = readVerificationCode(typed)
  const found = code && (await findVerified(db, code, badgeDay(asOf)))
  if (!found || found.state === 'declared') return refuse('verification-not-found')
  const history = tellHistory(found.declaredAt, await listDecisions(db, found.id))
  const last = history.at(-1)
  return { ...found, history, asOf, checkedAt: last && found.state !== 'withdrawn' ? last.at : null }
}

export const listMine = ({ db }: Stand, account: SignedIn) => listOwnVerifications(db, account.id)

/** Gives a code for one of the person's own credentials, or the one in force again. */
export const give = ({ db, clock }: Stand, account: SignedIn, credentialId: string) =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const credential = await lockOwnCredential(trx, account.id, credentialId, badgeDay(now))
    if (!credential) return refuse('credential-not-found')
    const fault = findSharingFault(credential.state)
    if (fault) return refuse(fault)
    if (!credential.publishedId) return refuse('profile-not-published')
    const inForce = (await listOwnVerifications(trx, account.id)).find(
      (own) => own.credentialId === credentialId,
    )
    if (inForce) return inForce
    const given = { credentialId, code: createVerificationCode(), createdAt: now }
    await insertVerification(trx, given)
    await tell(trx, account, credentialId, 'verification.given', now)
    return given
  })

/** Takes a code back: from the next request on it is unknown. */
export const takeBack = ({ db, clock }: Stand, account: SignedIn, credentialId: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    if (!(await revokeVerification(trx, account.id, credentialId, now))) refuse('verification-not-found')
    await tell(trx, account, credentialId, 'verification.revoked', now)
  })

const tell = (trx: Trx, { id }: SignedIn, credentialId: string, kind: string, at: Date): Promise<void> =>
  record(trx, {
    actor: { id, role: 'coordinator' },
    kind,
    subject: { kind: 'credential', id: credentialId },
    at,
  })
