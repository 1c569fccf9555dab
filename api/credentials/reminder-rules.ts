/**
 * When a person is told that a credential is about to end, by the days that are left. Whoever was out of reach in one
 * span is told in the next; nobody is told twice in the same.
 */
export const reminderSpans = [
  { daysBefore: 60, least: 31, most: 60 },
  { daysBefore: 30, least: 8, most: 30 },
  { daysBefore: 7, least: 0, most: 7 },
] as const

export type ReminderSpan = (typeof reminderSpans)[number]
