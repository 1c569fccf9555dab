import type { Context, ErrorHandler, Hono, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Log } from '../log.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import { problemOfDatabase } from './database-errors.ts'
import { meanings, present } from './problems.ts'
import type { HttpEnv } from './router.ts'

/** Ours; Hono's own (broken JSON, wrong media type); everything else is a defect: logged, answered without detail. */
export const onError =
  (log: Log): ErrorHandler<HttpEnv> =>
  (error, c) => {
    if (error instanceof Problem) return answer(c, error)
    if (error instanceof HTTPException)
      return answer(c, new Problem(ofHttpStatus[error.status] ?? 'unexpected'))
    const problem = problemOfDatabase(error)
    const facts = { requestId: c.get('requestId'), error }
    if (problem?.code === 'overloaded') log.warn(facts, 'the database did not answer in time')
    if (!problem) log.error(facts, 'unexpected failure')
    return answer(c, problem ?? new Problem('unexpected'))
  }

const ofHttpStatus: Record<number, ProblemCode> = {
  400: 'malformed-json',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  504: 'timed-out',
}

/** What has no route: nothing at this address, or something that answers to other methods. */
export const onNotFound =
  (app: Pick<Hono<HttpEnv>, 'router'>): NotFoundHandler<HttpEnv> =>
  (c) => {
    const allowed = methods.filter((method) => answersTo(app, method, c.req.path))
    if (allowed.length === 0) return answer(c, new Problem('not-found'))
    c.header('allow', allowed.join(', '))
    return answer(c, new Problem('method-not-allowed'))
  }

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const

/** Middleware is registered for every method; a route for its own alone. */
const answersTo = (app: Pick<Hono<HttpEnv>, 'router'>, method: string, path: string) =>
  app.router.match(method, path)[0].some(([[, route]]) => route.method === method)

const answer = (c: Context<HttpEnv>, problem: Problem) => {
  const { status } = meanings[problem.code]
  const seconds = problem.extras.retryAfterSeconds ?? (status === 503 ? 2 : undefined)
  if (seconds !== undefined) c.header('retry-after', String(Math.max(1, Math.ceil(seconds))))
  return c.json(present(problem, c.get('requestId')), status, { 'content-type': 'application/problem+json' })
}
