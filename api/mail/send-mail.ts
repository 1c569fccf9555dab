import { createTransport, type Transporter } from 'nodemailer'
import type { Deps } from '../deps.ts'
import { forgetSentBodies, leaseDueMails, markMail, retryMailAt } from './repository.ts'
import { retryDelayMs } from './rules.ts'

const weekMs = 7 * 86_400_000
const batch = 20

/** Sends every mail that is due. Without SMTP_URL mails are kept, for the demonstration's mailbox. */
export const sendMail = async (deps: Deps): Promise<void> => {
  const { db, clock } = deps
  for (;;) {
    const due = await leaseDueMails(db, batch, clock.now())
    if (due.length === 0) break
    for (const mail of due) await sendOne(deps, mail)
  }
  await forgetSentBodies(db, new Date(clock.now().getTime() - weekMs))
}

type DueMail = Awaited<ReturnType<typeof leaseDueMails>>[number]

const sendOne = async (deps: Deps, { id, messageId, recipient, contentSealed, attempts }: DueMail) => {
  const { db, clock, config } = deps
  if (!config.smtpUrl || !contentSealed) return markMail(db, id, 'kept', clock.now())
  const { subject, text, html } = JSON.parse(deps.sealer.forPurpose('mail').open(contentSealed))
  try {
    const from = { name: 'Repère', address: `registre@${new URL(config.origin).hostname}` }
    await transportTo(config.smtpUrl).sendMail({ messageId, from, to: recipient, subject, text, html })
    await markMail(db, id, 'sent', clock.now())
  } catch (error) {
    deps.log.warn({ mail: id, attempts, error }, 'a mail could not be sent')
    const delayMs = retryDelayMs(attempts)
    if (delayMs === undefined) await markMail(db, id, 'failed', clock.now())
    else await retryMailAt(db, id, new Date(clock.now().getTime() + delayMs))
  }
}

const transports = new Map<string, Transporter>()

const transportTo = (url: string): Transporter => {
  const known =
    transports.get(url) ??
    createTransport(url, { connectionTimeout: 10_000, socketTimeout: 10_000 } as object)
  transports.set(url, known as Transporter)
  return known as Transporter
}
