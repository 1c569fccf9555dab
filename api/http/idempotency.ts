import type { Sealer, Trx } from '@repere/db'
import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'

/** What a repeated request is answered with: status and body, as the first one was. */
export interface Answer<Body> {
  status: 200 | 201
  body: Body
}

export interface Once {
  accountId: string
  /** Names what is done, with what it is done to: keys of different operations never meet. */
  operation: string
  /** The request's body, as parsed. */
  request: unknown
  key: string | undefined
}

const keyForm = /^[\x21-\x7e]{1,200}$/

/** The Idempotency-Key of a request, if any; refuses one that is no key. */
export const readIdempotencyKey = (c: {
  req: { header(name: string): string | undefined }
}): string | undefined => {
  const key = c.req.header('idempotency-key')
  if (key !== undefined && !keyForm.test(key))
    refuse('invalid-request', {
      errors: [{ pointer: '/header/idempotency-key', detail: 'must be 1 to 200 visible characters' }],
    })
  return key
}

/**
 * Does the work once per key, in one transaction with the stored answer. A second request waits for the first on the
 * row's unique index and replays its answer; past a second it is told the first is still under way. Only work that
 * committed is stored, so a corrected form may use its key again.
 */
export const doOnce = async <Body>(
  { db, sealer, clock }: Pick<Deps, 'db' | 'sealer' | 'clock'>,
  once: Once,
  work: (trx: Trx) => Promise<Answer<Body>>,
): Promise<Answer<Body>> =>
  db.transaction().execute(async (trx) => {
    const { key } = once
    if (key === undefined) return work(trx)
    const digest = sealer.digest('idempotency', JSON.stringify(once.request))
    const first = await claim(trx, sealer, { ...once, key }, digest, clock.now())
    if (!first) return replay<Body>(trx, sealer, { ...once, key }, digest)
    const answer = await work(trx)
    await trx
      .updateTable('idempotency')
      .set({ status: answer.status, answerSealed: seal(sealer, answer.body) })
      .where('accountId', '=', once.accountId)
      .where('operation', '=', once.operation)
      .where('key', '=', key)
      .execute()
    return answer
  })

type Keyed = Once & { key: string }

const seal = (sealer: Sealer, body: unknown) => sealer.forPurpose('idempotency').seal(JSON.stringify(body))

const claim = async (
  trx: Trx,
  sealer: Sealer,
  { accountId, operation, key }: Keyed,
  requestDigest: string,
  now: Date,
) => {
  const row = {
    accountId,
    operation,
    key,
    requestDigest,
    status: 0,
    answerSealed: seal(sealer, null),
    createdAt: now,
  }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('idempotency')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
    .catch(refuseWhileLocked)
  return numInsertedOrUpdatedRows === 1n
}

const replay = async <Body>(
  trx: Trx,
  sealer: Sealer,
  { accountId, operation, key }: Keyed,
  digest: string,
): Promise<Answer<Body>> => {
  const stored = await trx
    .selectFrom('idempotency')
    .select(['requestDigest', 'status', 'answerSealed'])
    .where('accountId', '=', accountId)
    .where('operation', '=', operation)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!stored) return refuse('request-in-flight', { retryAfterSeconds: 1 })
  if (stored.requestDigest !== digest) return refuse('idempotency-key-reused')
  const body = JSON.parse(sealer.forPurpose('idempotency').open(stored.answerSealed)) as Body
  return { status: stored.status as 200 | 201, body }
}

const refuseWhileLocked = (error: { code?: string }): never => {
  if (error.code === '55P03') refuse('request-in-flight', { retryAfterSeconds: 1 })
  throw error
}
