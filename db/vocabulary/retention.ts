/** What has a period of its own, after which it goes. */
export const retentionRules = [
  'unproven-account',
  'unused-account',
  'unused-warning',
  'ended-request',
  'completed-booking',
  'evidence',
  'idempotency',
  'mail-body',
  'link',
  'session',
  'notification',
] as const

export type RetentionRule = (typeof retentionRules)[number]
