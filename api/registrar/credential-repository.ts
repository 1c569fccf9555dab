import type { Db, Trx } from '@repere/db'
import type { CredentialDecision, CredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'
import type { Standing } from './rules.ts'

/** A past decision, on this declaration or an earlier one of the same person under the same code. */
export interface PastDecision {
  decision: CredentialDecision
  reason: string
  validUntil: Day | null
  decidedAt: Date
  earlierDeclaration: boolean
}

export interface QueuedCredential {
  id: string
  coordinatorId: string
  code: string
  number: string | null
  issuedOn: Day | null
  expiresOn: Day | null
  declaredAt: Date
  state: CredentialState
  standing: Standing
  endsOn: Day | null
  decidedAt: Date | null
  displayName: string
  slug: string
  publishedAt: Date | null
}

/** The words of the queue: the states of a badge; the refused, and those that wait for their owner, apart. */
export type QueueState = CredentialState | 'refused' | 'asked'

/** One page of live declarations in a state, the oldest first. */
export const listQueue = async (
  db: Db,
  {
    state,
    today,
    page,
    perPage,
  }: { state: QueueState | undefined; today: Day; page: number; perPage: number },
): Promise<{ items: QueuedCredential[]; total: number }> => {
  const rows = await selectQueued(db, today)
    .select(sql<number>`count(*) over ()`.as('total'))
    .$if(state !== undefined, (query) => query.where(queueStateOn(today), '=', state as QueueState))
    .orderBy('credential.declaredAt')
    .orderBy('credential.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const [first] = rows
  const total = first
    ? first.total
    : page === 1
      ? 0
      : (await listQueue(db, { state, today, page: 1, perPage: 1 })).total
  return { total, items: rows.map(({ total: _, ...item }) => item) }
}

/** A live declaration, whoever made it. */
export const findQueued = (db: Db | Trx, id: string, today: Day): Promise<QueuedCredential | undefined> =>
  selectQueued(db, today).where('credential.id', '=', id).executeTakeFirst()

/** Locks a live declaration, so that two registrars decide one after the other. */
export const lockQueued = async (trx: Trx, id: string, today: Day): Promise<QueuedCredential | undefined> => {
  const locked = await trx
    .selectFrom('credential')
    .select('id')
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return locked && findQueued(trx, id, today)
}

/** A refused declaration whose owner sent another document waits again. */
const refused = sql<boolean>`(standing.refused and not exists (
  select from credential_evidence evidence where evidence.credential_id = standing.credential_id
    and evidence.file_id is not null and evidence.uploaded_at > standing.decided_at))`

/** The owner has a question to answer. */
export const waitsForOwner = sql<boolean>`(thread.asked_at is not null)`

/** The word of the queue that a declaration stands under on a day. */
export const queueStateOn = (today: Day) =>
  sql<QueueState>`case
    when ${refused} then 'refused'
    when standing.standing = 'declared' and ${waitsForOwner} then 'asked'
    else credential_state(standing.standing, standing.ends_on, ${today}::date) end`

const selectQueued = (db: Db | Trx, today: Day) =>
  db
    .selectFrom('credential')
    .innerJoin('credentialStanding as standing', 'standing.credentialId', 'credential.id')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .leftJoin('inquiryStanding as thread', 'thread.credentialId', 'credential.id')
    .select([
      'credential.id',
      'credential.coordinatorId',
      'credential.code',
      'credential.number',
      'credential.issuedOn',
      'credential.expiresOn',
      'credential.declaredAt',
      'standing.endsOn',
      'standing.decidedAt',
      'coordinator.displayName',
      'coordinator.slug',
      'coordinator.publishedAt',
      sql<CredentialState>`credential_state(standing.standing, standing.ends_on, ${today}::date)`.as('state'),
      sql<Standing>`case when ${refused} then 'refused' else standing.standing end`.as('standing'),
    ])
    .where('coordinator.accountId', 'is not', null)

/** What was decided before on the same person's declarations of the same code, newest first, by credential. */
export const listHistories = async (
  db: Db | Trx,
  credentialIds: readonly string[],
): Promise<Map<string, PastDecision[]>> => {
  const histories = new Map<string, PastDecision[]>(credentialIds.map((id) => [id, []]))
  if (credentialIds.length === 0) return histories
  const rows = await db
    .selectFrom('credential as asked')
    .innerJoin('credential as same', (join) =>
      join.onRef('same.coordinatorId', '=', 'asked.coordinatorId').onRef('same.code', '=', 'asked.code'),
    )
    .innerJoin('credentialDecision as past', 'past.credentialId', 'same.id')
    .select([
      'asked.id',
      'same.id as decidedId',
      'past.decision',
      'past.reason',
      'past.validUntil',
      'past.decidedAt',
    ])
    .where('asked.id', 'in', credentialIds)
    .orderBy('past.decidedAt', 'desc')
    .orderBy('past.id', 'desc')
    .execute()
  for (const { id, decidedId, ...past } of rows)
    histories.get(id)?.push({ ...past, earlierDeclaration: decidedId !== id })
  return histories
}

export const insertCredentialDecision = async (
  trx: Trx,
  decision: {
    credentialId: string
    decision: CredentialDecision
    reason: string
    validUntil: Day | null
    decidedBy: string
    decidedAt: Date
  },
): Promise<void> => {
  await trx
    .insertInto('credentialDecision')
    .values({
      credentialId: decision.credentialId,
      decision: decision.decision,
      reason: decision.reason,
      validUntil: decision.validUntil,
      decidedBy: decision.decidedBy,
      decidedAt: decision.decidedAt,
    })
    .execute()
}

/** Whom to tell of a decision, and in which language. */
export const findCredentialOwner = (db: Db | Trx, coordinatorId: string) =>
  db
    .selectFrom('coordinator')
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .select(['account.id', 'account.email', 'account.displayName', 'account.locale'])
    .where('coordinator.id', '=', coordinatorId)
    .executeTakeFirst()

/** The names of a credential and who gives it, for the mail that tells of it. */
export const findCredentialName = (db: Db | Trx, code: string) =>
  db
    .selectFrom('credentialType')
    .select(['nameFr', 'nameEn', 'issuer'])
    .where('code', '=', code)
    .executeTakeFirst()
