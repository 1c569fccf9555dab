import { randomUUID } from 'node:crypto'
import type { Db, Sealer, Trx } from '@repere/db'
import type { Clock } from '../clock.ts'
import type { Letter } from './letter.ts'

export interface Envelope {
  to: string
  /** Whose account it is for, so that erasing the account erases its mail. */
  accountId: string | null
  letter: Letter
  /** One of thousands: it waits behind whatever somebody waits for. */
  bulk?: boolean
  /** The invitation it carries: the mail goes when that goes. */
  invitationId?: string
}

export interface Mailer {
  /** Puts a letter into the outbox, in the transaction of what it tells of. The worker sends it. */
  enqueue(trx: Trx | Db, envelope: Envelope): Promise<void>
  /** The same for many, in one statement. */
  enqueueAll(trx: Trx | Db, envelopes: readonly Envelope[]): Promise<void>
}

/** Mail bodies may hold single-use links, so they wait sealed. `domain` ends the Message-ID. */
export const createMailer = (sealer: Sealer, domain: string, clock: Clock): Mailer => {
  const seal = sealer.forPurpose('mail')
  const toRow = ({ to, accountId, letter, bulk = false, invitationId }: Envelope) => {
    const now = clock.now()
    const { template, locale, gist: _, ...content } = letter
    return {
      messageId: `<${randomUUID()}@${domain}>`,
      accountId,
      invitationId: invitationId ?? null,
      recipient: to,
      template,
      locale,
      contentSealed: seal.seal(JSON.stringify(content)),
      bulk,
      nextAttemptAt: now,
      createdAt: now,
    }
  }
  const enqueueAll: Mailer['enqueueAll'] = async (trx, envelopes) => {
    if (envelopes.length > 0) await trx.insertInto('mail').values(envelopes.map(toRow)).execute()
  }
  return { enqueueAll, enqueue: (trx, envelope) => enqueueAll(trx, [envelope]) }
}
