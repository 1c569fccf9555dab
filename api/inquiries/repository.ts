import type { Db, Trx } from '@repere/db'
import type { ThreadMoments } from './rules.ts'

/** What a thread is about. */
export interface Subject {
  kind: 'credential' | 'company'
  id: string
}

export interface Asked {
  subject: Subject
  /** Whoever has to answer. */
  ownerId: string
  email: string
  locale: 'fr' | 'en'
  /** The name of the credential in both languages, or of the company. */
  nameFr: string
  nameEn: string
  decidedAt: Date | null
}

/** Locks a live credential, and reads whom to ask about it. Of one owner, or of any. */
export const lockCredential = async (trx: Trx, id: string, ownerId?: string): Promise<Asked | undefined> => {
  const row = await trx
    .selectFrom('credential')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .innerJoin('credentialType', 'credentialType.code', 'credential.code')
    .select(['account.id as ownerId', 'account.email', 'account.locale', 'nameFr', 'nameEn'])
    .where('credential.id', '=', id)
    .where('credential.removedAt', 'is', null)
    .$if(ownerId !== undefined, (query) => query.where('account.id', '=', ownerId ?? ''))
    .forUpdate('credential')
    .executeTakeFirst()
  const standing =
    row &&
    (await trx
      .selectFrom('credentialStanding')
      .select('decidedAt')
      .where('credentialId', '=', id)
      .executeTakeFirst())
  return row && { ...row, subject: { kind: 'credential', id }, decidedAt: standing?.decidedAt ?? null }
}

/** Locks a company, and reads whom to ask about it. */
export const lockCompany = async (trx: Trx, id: string): Promise<Asked | undefined> => {
  const row = await trx
    .selectFrom('company')
    .innerJoin('account', 'account.id', 'company.accountId')
    .select(['account.id as ownerId', 'account.email', 'account.locale', 'legalName'])
    .where('company.id', '=', id)
    .forUpdate('company')
    .executeTakeFirst()
  if (!row) return undefined
  const standing = await trx
    .selectFrom('companyStanding')
    .select('decidedAt')
    .where('companyId', '=', id)
    .executeTakeFirst()
  const { legalName, ...owner } = row
  return {
    ...owner,
    subject: { kind: 'company', id },
    nameFr: legalName,
    nameEn: legalName,
    decidedAt: standing?.decidedAt ?? null,
  }
}

/** The company of an account, by its id. */
export const findCompanyId = async (trx: Trx, accountId: string): Promise<string | undefined> =>
  (await trx.selectFrom('company').select('id').where('accountId', '=', accountId).executeTakeFirst())?.id

const subjectColumn = { credential: 'credentialId', company: 'companyId' } as const

/** The thread of a subject, with its wrapped key. */
export const findInquiry = (db: Db | Trx, { kind, id }: Subject) =>
  db
    .selectFrom('inquiry')
    .innerJoin('inquiryStanding as standing', 'standing.inquiryId', 'inquiry.id')
    .select(['inquiry.id', 'inquiry.wrappedKey', 'standing.askedAt', 'standing.answeredAt'])
    .where(`inquiry.${subjectColumn[kind]}`, '=', id)
    .executeTakeFirst()

/** Opens the thread of a subject, whose row is locked. */
export const insertInquiry = async (trx: Trx, { kind, id }: Subject, wrappedKey: Buffer, now: Date) => {
  const { id: inquiryId } = await trx
    .insertInto('inquiry')
    .values({ [subjectColumn[kind]]: id, wrappedKey, openedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: inquiryId, wrappedKey, askedAt: null, answeredAt: null }
}

export const insertMessage = async (
  trx: Trx,
  message: {
    inquiryId: string
    authorId: string
    party: 'registrar' | 'owner'
    bodySealed: Buffer
    sentAt: Date
  },
): Promise<void> => {
  await trx
    .insertInto('inquiryMessage')
    .values({
      inquiryId: message.inquiryId,
      authorId: message.authorId,
      party: message.party,
      bodySealed: message.bodySealed,
      sentAt: message.sentAt,
    })
    .execute()
}

export interface StoredThread extends Omit<ThreadMoments, 'decidedAt'> {
  subjectId: string
  wrappedKey: Buffer
  messages: { party: 'registrar' | 'owner'; bodySealed: Buffer; sentAt: Date }[]
}

/** The threads about some subjects, each oldest message first. */
export const listThreads = async (
  db: Db | Trx,
  kind: Subject['kind'],
  ids: readonly string[],
): Promise<StoredThread[]> => {
  if (ids.length === 0) return []
  const column = subjectColumn[kind]
  const threads = await db
    .selectFrom('inquiry')
    .innerJoin('inquiryStanding as standing', 'standing.inquiryId', 'inquiry.id')
    .select([
      'inquiry.id',
      `inquiry.${column} as subjectId`,
      'inquiry.wrappedKey',
      'standing.askedAt',
      'standing.answeredAt',
    ])
    .where(`inquiry.${column}`, 'in', ids)
    .execute()
  if (threads.length === 0) return []
  const rows = await db
    .selectFrom('inquiryMessage')
    .select(['inquiryId', 'party', 'bodySealed', 'sentAt'])
    .where(
      'inquiryId',
      'in',
      threads.map(({ id }) => id),
    )
    .orderBy('sentAt')
    .orderBy('id')
    .execute()
  const messages = Map.groupBy(rows, ({ inquiryId }) => inquiryId)
  return threads.map(({ id, subjectId, ...thread }) => ({
    ...thread,
    subjectId: subjectId ?? '',
    messages: messages.get(id) ?? [],
  }))
}
