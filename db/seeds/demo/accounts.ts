import type { Insertable } from 'kysely'
import type { AccountTable } from '../../tables/account.ts'
import type { DemoTime } from './demo-time.ts'
import { demoId } from './identity.ts'

export const accountIdOf = (name: string): string => demoId(`account of ${name}`)

/** Everyone's address is proven and everyone shares one password; its hash is made once. */
export const toAccount = (
  { name, email, role }: { name: string; email: string; role: AccountTable['role'] },
  passwordHash: string,
  time: DemoTime,
): Insertable<AccountTable> => ({
  id: accountIdOf(name),
  email,
  passwordHash,
  displayName: name,
  role,
  emailVerifiedAt: time.ago({ days: 210 }),
  demo: true,
  createdAt: time.ago({ days: 211 }),
  lastSeenOn: time.today,
})
