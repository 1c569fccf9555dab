const dayMs = 86_400_000

/** So many days after the work ended a production that has not answered is reminded, once each. */
export const creditReminderDays = [7, 28] as const

/** Work that ended so long ago is asked about no more. */
export const askedForDays = 60

const after = (endedAt: Date, days: number): Date => new Date(endedAt.getTime() + days * dayMs)

/** The reminder that is due: of several that were missed, the last alone. `sent` are those that went, in days. */
export const creditReminderDue = (
  { endedAt, sent }: { endedAt: Date; sent: readonly number[] },
  now: Date,
): number | undefined => {
  if (now >= after(endedAt, askedForDays)) return undefined
  const due = creditReminderDays.findLast((days) => now >= after(endedAt, days))
  return due !== undefined && sent.every((days) => days < due) ? due : undefined
}

/** When the next reminder goes, if nobody answers; null once the last has gone. */
export const nextCreditReminder = (endedAt: Date, now: Date): Date | null => {
  const days = creditReminderDays.find((one) => after(endedAt, one) > now)
  return days === undefined ? null : after(endedAt, days)
}
