import type { Trx } from '@repere/db'
import { type Day, dayIn } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { recorderOf } from '../events/service.ts'
import { dropEvidenceOf, listEvidence } from '../evidence/service.ts'
import type { EvidenceShape } from '../http/evidence-shape.ts'
import type { SignedIn } from '../http/router.ts'
import { readThreads, type Thread } from '../inquiries/service.ts'
import { refuse } from '../problem.ts'
import { ensureProfile } from '../profiles/service.ts'
import {
  findCredentialType,
  findOwnCredential,
  insertCredential,
  listOwnCredentials,
  listRefused,
  lockOwnCredential,
  type OwnCredential,
  removeCredential,
} from './repository.ts'
import { type DatesFault, type DeclaredFacts, findDatesFault, repeatsRefused } from './rules.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'sealer'>

/** A credential with the document sent for it, and what the registry asked about it. */
export type ProvenCredential = OwnCredential & { evidence: EvidenceShape | null; thread: Thread | null }

/** The day by which badges expire: the UTC one, as in search, so that card and profile say the same. */
export const badgeDay = (now: Date): Day => dayIn('UTC', now)

export const listMine = async (
  { db, clock, sealer }: Stand,
  account: SignedIn,
): Promise<ProvenCredential[]> => {
  const credentials = await listOwnCredentials(db, account.id, badgeDay(clock.now()))
  const evidence = await listEvidence(
    { sealer },
    db,
    credentials.map(({ id }) => id),
  )
  const threads = await readThreads({ sealer }, db, 'credential', credentials)
  return credentials.map((credential) => ({
    ...credential,
    evidence: evidence.get(credential.id) ?? null,
    thread: threads.get(credential.id) ?? null,
  }))
}

const details: Record<DatesFault['because'], string> = {
  'issued-in-the-future': 'must not be in the future',
  'ends-before-it-begins': 'must not come before issuedOn',
}

/** Declares a credential. Refuses what the catalogue lacks, what does not exist yet, and what is declared already. */
export const declare = async (
  { db, clock }: Stand,
  account: SignedIn,
  { code, ...facts }: DeclaredFacts & { code: string },
): Promise<ProvenCredential> => {
  const now = clock.now()
  const fault = findDatesFault(facts, latestDay(now))
  if (fault)
    refuse('invalid-request', { errors: [{ pointer: `/${fault.at}`, detail: details[fault.because] }] })
  const type = await findCredentialType(db, code)
  if (!type)
    return refuse('invalid-request', { errors: [{ pointer: '/code', detail: 'is not in the catalogue' }] })
  if (!type.holdable) return refuse('credential-in-creation')
  return db.transaction().execute(async (trx) => {
    const coordinatorId = await ensureProfile(trx, account, now)
    if (repeatsRefused(facts, await listRefused(trx, coordinatorId, code)))
      return refuse('credential-refused')
    const id = await insertCredential(trx, { ...facts, coordinatorId, code, declaredAt: now })
    await tell(trx, account, id, 'credential.declared', now, { code })
    return { ...(await getOwn(trx, account, id, now)), evidence: null, thread: null }
  })
}

/** Takes the person's own declaration back. What a registrar withdrew stays, so that it cannot be laundered. */
export const takeBack = ({ db, clock }: Stand, account: SignedIn, id: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const locked = (await lockOwnCredential(trx, account.id, id)) ?? refuse('credential-not-found')
    const credential = await getOwn(trx, account, id, now)
    if (credential.state === 'withdrawn') refuse('credential-withdrawn')
    await dropEvidenceOf(trx, credential, now)
    await removeCredential(trx, id, now)
    await tell(trx, account, id, 'credential.removed', now, { code: locked.code })
  })

/** The day it already is somewhere: nobody is refused today's certificate for living in the east. */
const latestDay = (now: Date): Day => dayIn('Pacific/Kiritimati', now)

const getOwn = async (trx: Trx, account: SignedIn, id: string, now: Date): Promise<OwnCredential> =>
  (await findOwnCredential(trx, account.id, id, badgeDay(now))) ?? refuse('credential-not-found')

const tell = recorderOf('coordinator', 'credential')
