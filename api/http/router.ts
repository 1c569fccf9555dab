import { OpenAPIHono } from '@hono/zod-openapi'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Role } from '@repere/db/vocabulary/role.ts'
import { type FieldError, refuse } from '../problem.ts'

/** Who is signed in. Everything a route or a rule may ask of them. */
export interface SignedIn {
  id: string
  email: string
  displayName: string
  role: Role
  locale: Locale
  emailVerified: boolean
  demo: boolean
  /** The session that brought them, by its public id. */
  sessionId: string
  /** Whether a code is asked of them at sign-in. */
  secondFactor: boolean
  /** Whether they may do nothing before they have set up a second factor. */
  mustEnrol: boolean
  /** When they last proved who they are in this session. */
  confirmedAt: Date | null
}

export interface HttpEnv {
  Variables: {
    requestId: string
    /** The client's address as the trusted hop reports it. */
    address: string
    account: SignedIn | null
  }
}

const places: Record<string, string> = {
  json: '',
  query: '/query',
  param: '/path',
  header: '/header',
  cookie: '/cookie',
  form: '',
}

/** A slice's router: input that does not fit its contract is refused with a pointer to each wrong part. */
export const createRouter = () =>
  new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (result.success) return
      refuse('invalid-request', { errors: fieldErrors(result.error.issues, places[result.target] ?? '') })
    },
  })

interface Issue {
  code?: string | undefined
  path: PropertyKey[]
  message: string
  keys?: string[]
}

/** More wrong parts than any page has fields are told by the first of them: an answer is no longer than its question. */
const mostErrors = 100

const fieldErrors = (issues: readonly Issue[], place: string): FieldError[] =>
  issues
    .slice(0, mostErrors)
    .flatMap(({ path, message, code, keys }) =>
      code === 'unrecognized_keys' && keys
        ? keys.map((key) => ({ pointer: toPointer(place, [...path, key]), detail: 'is not known here' }))
        : [{ pointer: toPointer(place, path), detail: message }],
    )
    .slice(0, mostErrors)

/** RFC 6901: `~` and `/` inside a name are escaped. */
const toPointer = (place: string, path: readonly PropertyKey[]) =>
  place + path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
