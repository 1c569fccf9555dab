import type { Role } from '@repere/db/vocabulary/role.ts'

const hour = 3_600_000
const day = 24 * hour

/** How long a session may last at most, and how long it may idle. Registrars' are short: they decide on others. */
const limits: Record<Role, { absoluteMs: number; idleMs: number }> = {
  coordinator: { absoluteMs: 30 * day, idleMs: 14 * day },
  production: { absoluteMs: 30 * day, idleMs: 14 * day },
  registrar: { absoluteMs: 12 * hour, idleMs: hour / 2 },
}

export const expiryOf = (role: Role, now: Date): Date => new Date(now.getTime() + limits[role].absoluteMs)

/** Whether a session still counts: not past its absolute limit, not idle for too long, not ended with the others. */
export const isLive = (
  session: { expiresAt: Date; lastSeenAt: Date; epoch: number },
  account: { role: Role; sessionEpoch: number; state: 'active' | 'suspended' },
  now: Date,
): boolean =>
  account.state === 'active' &&
  session.epoch === account.sessionEpoch &&
  now < session.expiresAt &&
  now.getTime() - session.lastSeenAt.getTime() < limits[account.role].idleMs

const freshMs = 10 * 60_000

/** Whether who is behind a session was proved so lately that what is hard to undo may be done without asking again. */
export const isFresh = (confirmedAt: Date | null, now: Date): boolean =>
  confirmedAt !== null && now.getTime() - confirmedAt.getTime() < freshMs

/** A visit is written down at most once a minute. */
export const isVisitDue = (lastSeenAt: Date, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() > 60_000
