import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import { readSession, stepMs } from '../sessions/service.ts'
import type { HttpEnv } from './router.ts'

/** Browsers drop `__Host-` cookies over http, so the plain name serves there. */
const cookieName = (config: Pick<Config, 'secure'>): string =>
  config.secure ? '__Host-repere_session' : 'repere_session'

const thirtyDays = 30 * 86_400

export const setSessionCookie = (c: Context, config: Pick<Config, 'secure'>, token: string): void =>
  setCookie(c, cookieName(config), token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: config.secure,
    path: '/',
    maxAge: thirtyDays,
  })

export const clearSessionCookie = (c: Context, config: Pick<Config, 'secure'>): void => {
  deleteCookie(c, cookieName(config), { path: '/', secure: config.secure })
}

export const readSessionToken = (c: Context, config: Pick<Config, 'secure'>): string | undefined =>
  getCookie(c, cookieName(config))

const stepCookie = (config: Pick<Config, 'secure'>): string =>
  config.secure ? '__Host-repere_sign_in' : 'repere_sign_in'

/** Says whose code is awaited: no session, and over with the step itself. */
export const setStepCookie = (c: Context, config: Pick<Config, 'secure'>, token: string): void =>
  setCookie(c, stepCookie(config), token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: config.secure,
    path: '/',
    maxAge: stepMs / 1_000,
  })

export const clearStepCookie = (c: Context, config: Pick<Config, 'secure'>): void => {
  deleteCookie(c, stepCookie(config), { path: '/', secure: config.secure })
}

export const readStepToken = (c: Context, config: Pick<Config, 'secure'>): string | undefined =>
  getCookie(c, stepCookie(config))

/** Who is counted where reading is limited: the account, or the address of a visitor. */
export const readerOf = ({ account, address }: HttpEnv['Variables']): string => account?.id ?? address

/** Says who is calling, before any route runs. A cookie that stands for nobody is as good as none. */
export const identify = (deps: Deps) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    const token = readSessionToken(c, deps.config)
    c.set('account', token ? await readSession(deps, token) : null)
    await next()
    // What a signed-in person sees is nobody else's: it stays out of every cache.
    if (token) c.header('cache-control', 'no-store')
  })
