import { z } from '@hono/zod-openapi'
import { locales } from '@repere/db/vocabulary/locale.ts'
import { roles } from '@repere/db/vocabulary/role.ts'
import type { SignedIn } from './router.ts'

export const accountShape = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    displayName: z.string(),
    role: z.enum(roles),
    locale: z.enum(locales),
    emailVerified: z.boolean(),
    secondFactor: z.enum(['off', 'on', 'required']),
  })
  .openapi('Account')

export type Account = z.infer<typeof accountShape>

/** Addresses are compared without case; longer ones are no addresses. */
export const emailShape = z.string().trim().toLowerCase().max(254).pipe(z.email('is not an e-mail address'))

/** What an account may know of itself: an allow-list. */
export const presentAccount = ({
  id,
  email,
  displayName,
  role,
  locale,
  emailVerified,
  secondFactor,
  mustEnrol,
}: SignedIn): Account => ({
  id,
  email,
  displayName,
  role,
  locale,
  emailVerified,
  secondFactor: mustEnrol ? 'required' : secondFactor ? 'on' : 'off',
})
