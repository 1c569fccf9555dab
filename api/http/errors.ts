import { meaningOf } from '@repere/db'
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Log } from '../log.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import { meanings, present } from './problems.ts'
import type { HttpEnv } from './router.ts'

/** Ours; Hono's own (broken JSON, wrong media type); everything else is a defect: logged, answered without detail. */
export const onError =
  (log: Log): ErrorHandler<HttpEnv> =>
  (error, c) => {
    const problem = toProblem(error)
    if (problem.code === 'unexpected')
      log.error({ requestId: c.get('requestId'), error }, 'unexpected failure')
    return answer(c, problem)
  }

export const onNotFound: NotFoundHandler<HttpEnv> = (c) => answer(c, new Problem('not-found'))

const answer = (c: Context<HttpEnv>, problem: Problem) => {
  const { retryAfterSeconds } = problem.extras
  if (retryAfterSeconds !== undefined)
    c.header('retry-after', String(Math.max(1, Math.ceil(retryAfterSeconds))))
  return c.json(present(problem, c.get('requestId')), meanings[problem.code].status, {
    'content-type': 'application/problem+json',
  })
}

const ofHttpStatus: Record<number, ProblemCode> = {
  400: 'malformed-json',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  504: 'timed-out',
}

const toProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException) return new Problem(ofHttpStatus[error.status] ?? 'unexpected')
  return fromDatabase(error) ?? new Problem('unexpected')
}

/** The one place where errors of Postgres are read. */
const fromDatabase = (error: unknown): Problem | undefined => {
  const { code } = (error ?? {}) as { code?: string }
  const meaning = meaningOf(error)
  if (meaning && meaning in meanings) return new Problem(meaning as ProblemCode)
  // Text Postgres cannot hold (a NUL), and numbers or dates outside its ranges.
  if (code && ['22021', '22003', '22008', '22P02', '22P05'].includes(code))
    return new Problem('invalid-request')
  // Lock and statement timeouts, no free connection, server restarting.
  if (
    code &&
    (['55P03', '57014', '40001', '40P01', '57P01', '57P03', '53300'].includes(code) || code.startsWith('08'))
  )
    return new Problem('overloaded', { retryAfterSeconds: 2 })
  return undefined
}
