import type { Db, Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { InquiryThreadShape } from '../http/inquiry-shape.ts'
import type { SignedIn } from '../http/router.ts'
import { inquiryAsked } from '../mail/templates/inquiry-asked.ts'
import { notify } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import {
  type Asked,
  findCompanyId,
  findInquiry,
  insertInquiry,
  insertMessage,
  listThreads,
  lockCompany,
  lockCredential,
  type StoredThread,
  type Subject,
} from './repository.ts'
import { canAnswer, threadState } from './rules.ts'

/** A thread, opened: what its two sides read. */
export interface Thread {
  askedAt: Date | null
  answeredAt: Date | null
  open: boolean
  messages: { by: 'registrar' | 'owner'; body: string; sentAt: Date }[]
}

/** The threads about some credentials or companies, by their id; most have none. */
export const readThreads = async (
  { sealer }: Pick<Deps, 'sealer'>,
  db: Db | Trx,
  kind: Subject['kind'],
  subjects: readonly { id: string; decidedAt: Date | null }[],
): Promise<Map<string, Thread>> => {
  const decided = new Map(subjects.map(({ id, decidedAt }) => [id, decidedAt]))
  const stored = await listThreads(db, kind, [...decided.keys()])
  return new Map(
    stored.map((thread) => [
      thread.subjectId,
      openThread(sealer, thread, decided.get(thread.subjectId) ?? null),
    ]),
  )
}

/** Asks the owner of a credential. They are told by mail that there is a question, not which. */
export const askAboutCredential = (
  deps: Deps,
  registrar: SignedIn,
  id: string,
  body: string,
): Promise<Thread> =>
  deps.db.transaction().execute(async (trx) => {
    const asked = (await lockCredential(trx, id)) ?? refuse('credential-not-found')
    return ask(deps, trx, registrar, asked, body)
  })

/** Asks the owner of a company. */
export const askAboutCompany = (deps: Deps, registrar: SignedIn, id: string, body: string): Promise<Thread> =>
  deps.db.transaction().execute(async (trx) => {
    const asked = (await lockCompany(trx, id)) ?? refuse('company-not-found')
    return ask(deps, trx, registrar, asked, body)
  })

/** Answers on one's own credential. Refuses where nothing was asked, or something was decided since. */
export const answerOnCredential = async (
  deps: Deps,
  account: SignedIn,
  id: string,
  body: string,
): Promise<Thread> => {
  await deps.limits.spend('message', [account.id])
  return deps.db.transaction().execute(async (trx) => {
    const asked = (await lockCredential(trx, id, account.id)) ?? refuse('credential-not-found')
    return answer(deps, trx, asked, body, 'coordinator')
  })
}

/** Answers on one's own company. */
export const answerOnCompany = async (deps: Deps, account: SignedIn, body: string): Promise<Thread> => {
  await deps.limits.spend('message', [account.id])
  return deps.db.transaction().execute(async (trx) => {
    const id = (await findCompanyId(trx, account.id)) ?? refuse('company-not-found')
    const asked = (await lockCompany(trx, id)) ?? refuse('company-not-found')
    return answer(deps, trx, asked, body, 'production')
  })
}

const ask = async (deps: Deps, trx: Trx, registrar: SignedIn, asked: Asked, body: string) => {
  const now = deps.clock.now()
  const inquiry =
    (await findInquiry(trx, asked.subject)) ??
    (await insertInquiry(trx, asked.subject, deps.sealer.createKey(), now))
  const waits = threadState({ ...inquiry, decidedAt: asked.decidedAt }) === 'waits-for-owner'
  const bodySealed = deps.sealer.withKey(inquiry.wrappedKey).seal(body)
  await insertMessage(trx, {
    inquiryId: inquiry.id,
    authorId: registrar.id,
    party: 'registrar',
    bodySealed,
    sentAt: now,
  })
  await record(trx, {
    actor: { id: registrar.id, role: 'registrar' },
    kind: 'inquiry.asked',
    subject: asked.subject,
    facts: { again: waits },
    at: now,
  })
  // Whoever has a question open already knows: a second mail would say nothing new.
  if (!waits) await tellOwner(deps, trx, asked)
  return getThread(deps, trx, asked)
}

const answer = async (
  deps: Deps,
  trx: Trx,
  asked: Asked,
  body: string,
  role: 'coordinator' | 'production',
) => {
  const now = deps.clock.now()
  const inquiry = (await findInquiry(trx, asked.subject)) ?? refuse('nothing-asked')
  if (!canAnswer({ ...inquiry, decidedAt: asked.decidedAt })) return refuse('nothing-asked')
  const bodySealed = deps.sealer.withKey(inquiry.wrappedKey).seal(body)
  await insertMessage(trx, {
    inquiryId: inquiry.id,
    authorId: asked.ownerId,
    party: 'owner',
    bodySealed,
    sentAt: now,
  })
  await record(trx, {
    actor: { id: asked.ownerId, role },
    kind: 'inquiry.answered',
    subject: asked.subject,
    at: now,
  })
  return getThread(deps, trx, asked)
}

const tellOwner = async (deps: Deps, trx: Trx, asked: Asked): Promise<void> => {
  const { email, ownerId, locale, nameFr, nameEn, subject } = asked
  const write = (spoken: Locale) =>
    inquiryAsked(deps.config.origin, spoken, {
      subject: subject.kind,
      name: spoken === 'fr' ? nameFr : nameEn,
    })
  await notify(deps, trx, [{ to: { id: ownerId, email, locale }, kind: 'registry', write }])
}

const getThread = async ({ sealer }: Deps, trx: Trx, { subject, decidedAt }: Asked): Promise<Thread> => {
  const [thread] = await listThreads(trx, subject.kind, [subject.id])
  return thread ? openThread(sealer, thread, decidedAt) : refuse('nothing-asked')
}

const openThread = (sealer: Deps['sealer'], thread: StoredThread, decidedAt: Date | null): Thread => {
  const seal = sealer.withKey(thread.wrappedKey)
  const state = threadState({ ...thread, decidedAt })
  return {
    askedAt: state === 'waits-for-owner' ? thread.askedAt : null,
    answeredAt: thread.answeredAt,
    open: state !== 'closed',
    messages: thread.messages.map(({ party, bodySealed, sentAt }) => ({
      by: party,
      body: seal.open(bodySealed),
      sentAt,
    })),
  }
}

/** A thread as it leaves. */
export const presentThread = (thread: Thread): InquiryThreadShape => ({
  askedAt: thread.askedAt?.toISOString() ?? null,
  answeredAt: thread.answeredAt?.toISOString() ?? null,
  open: thread.open,
  messages: thread.messages.map(({ by, body, sentAt }) => ({ by, body, sentAt: sentAt.toISOString() })),
})
