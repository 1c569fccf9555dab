import { randomUUID } from 'node:crypto'
import type { Db, Sealer, Trx } from '@repere/db'
import type { Clock } from '../deps.ts'
import type { Letter } from './letter.ts'

export interface Envelope {
  to: string
  /** Whose account it is for, so that erasing the account erases its mail. */
  accountId: string | null
  letter: Letter
}

export interface Mailer {
  /** Puts a letter into the outbox, in the transaction of what it tells of. The worker sends it. */
  enqueue(trx: Trx | Db, envelope: Envelope): Promise<void>
}

/** Mail bodies may hold single-use links, so they wait sealed. `domain` ends the Message-ID. */
export const createMailer = (sealer: Sealer, domain: string, clock: Clock): Mailer => {
  const seal = sealer.forPurpose('mail')
  return {
    async enqueue(trx, { to, accountId, letter: { template, locale, ...content } }) {
      const now = clock.now()
      await trx
        .insertInto('mail')
        .values({
          messageId: `<${randomUUID()}@${domain}>`,
          accountId,
          recipient: to,
          template,
          locale,
          contentSealed: seal.seal(JSON.stringify(content)),
          nextAttemptAt: now,
          createdAt: now,
        })
        .execute()
    },
  }
}
