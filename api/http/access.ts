import type { Role } from '@repere/db/vocabulary/role.ts'
import { createMiddleware } from 'hono/factory'
import { refuse } from '../problem.ts'
import type { HttpEnv, SignedIn } from './router.ts'

type SignedInEnv = { Variables: HttpEnv['Variables'] & { account: SignedIn } }

/** Who may call a route: everybody, anyone signed in, or the named roles. */
export type Access = 'everyone' | 'signed-in' | Role

const guard = (allowed: readonly Access[], beforeSecondFactor = false) =>
  createMiddleware<SignedInEnv>(async (c, next) => {
    const account = c.get('account') as SignedIn | null
    if (!account) return refuse('sign-in-required')
    if (!allowed.includes('signed-in') && !allowed.includes(account.role)) return refuse('wrong-role')
    // A registrar of a live registry may do nothing but set up the second factor they lack.
    if (account.mustEnrol && !beforeSecondFactor) return refuse('second-factor-required')
    await next()
  })

/**
 * Declares who may call, beside the route, and holds it: spread into `createRoute`. The guard runs before the input is
 * read, so a stranger learns nothing from validation. Inside the handler `c.var.account` is then never null.
 */
export const access = (...allowed: [Exclude<Access, 'everyone'>, ...Exclude<Access, 'everyone'>[]]) => ({
  middleware: [guard(allowed)] as [ReturnType<typeof guard>],
  security: [{ session: [] }],
  'x-access': allowed,
})

/** The same for what even somebody must reach who has to set up a second factor first. */
export const accessBeforeSecondFactor = (
  ...allowed: [Exclude<Access, 'everyone'>, ...Exclude<Access, 'everyone'>[]]
) => ({ ...access(...allowed), middleware: [guard(allowed, true)] as [ReturnType<typeof guard>] })

/** Declares a route open to everybody. */
export const openToAll = { security: [], 'x-access': ['everyone'] }
