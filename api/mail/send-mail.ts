import { createTransport, type Transporter } from 'nodemailer'
import type { Deps } from '../deps.ts'
import { deleteMail, leaseDueMail, markMail, retryMailAt } from './repository.ts'
import { retryDelayMs } from './rules.ts'
import { farewell } from './templates/account-erased.ts'

/** Sends every mail that is due. Without SMTP_URL mails are kept, for the demonstration's mailbox. */
export const sendMail = async (deps: Deps, signal?: AbortSignal): Promise<void> => {
  while (!signal?.aborted) {
    const mail = await leaseDueMail(deps.db, deps.clock.now())
    if (!mail) return
    await sendOne(deps, mail)
  }
}

type DueMail = NonNullable<Awaited<ReturnType<typeof leaseDueMail>>>

const sendOne = async (
  deps: Deps,
  { id, template, messageId, recipient, contentSealed, attempts }: DueMail,
) => {
  const { db, clock, config } = deps
  if (!config.smtpUrl || !contentSealed) return markMail(db, id, 'kept', clock.now())
  try {
    const { subject, text, html, calendar, unsubscribe } = JSON.parse(
      deps.sealer.forPurpose('mail').open(contentSealed),
    )
    await transportTo(config.smtpUrl).sendMail({
      // Fixed when queued: should we die before writing down that it left, the second copy is the same mail.
      messageId,
      from: { name: 'Repère', address: `registre@${new URL(config.origin).hostname}` },
      to: recipient,
      headers: { 'auto-submitted': 'auto-generated', ...(unsubscribe && oneClick(unsubscribe)) },
      subject,
      text,
      html,
      ...(calendar && { icalEvent: { ...calendar, filename: 'repere.ics' } }),
    })
    if (template === farewell) await deleteMail(db, id)
    else await markMail(db, id, 'sent', clock.now())
  } catch (error) {
    deps.log.warn({ mail: id, attempts, error }, 'a mail could not be sent')
    const delayMs = retryDelayMs(attempts)
    if (delayMs === undefined && template === farewell) await deleteMail(db, id)
    else if (delayMs === undefined) await markMail(db, id, 'failed', clock.now())
    else await retryMailAt(db, id, new Date(clock.now().getTime() + delayMs))
  }
}

/** RFC 8058: the mail program itself posts there. The address is the key; opening it changes nothing. */
const oneClick = (url: string) => ({
  // Not folded: some programs read the first line alone.
  'list-unsubscribe': { prepared: true, value: `<${url}>` },
  'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
})

/** Together well under the minute of the lease, so that no second sender takes a mail that is on its way. */
const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 10_000,
}

const transports = new Map<string, Transporter>()

const transportTo = (url: string): Transporter => {
  const transport =
    transports.get(url) ??
    createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  transports.set(url, transport)
  return transport
}
