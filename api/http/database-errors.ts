import { meaningOf } from '@repere/db'
import { Problem, type ProblemCode } from '../problem.ts'
import { meanings } from './problems.ts'

/** Text Postgres cannot hold (a NUL), and numbers, dates or ids outside its ranges: the request's fault. */
const unstorable = new Set(['22021', '22003', '22007', '22008', '22P02', '22P05'])

/** Lock and statement timeouts, deadlocks, too many connections, a server going down or coming up. */
const busy = new Set(['55P03', '57014', '40001', '40P01', '57P01', '57P02', '57P03', '53300', '25P03'])

/** What an account writes for itself, and may write at the very moment in which it is erased elsewhere. */
const ofOneself = new Set([
  'coordinator_account_id_fkey',
  'company_account_id_fkey',
  'session_account_id_fkey',
  'account_token_account_id_fkey',
  'stored_file_account_id_fkey',
  'second_factor_account_id_fkey',
  'sign_in_step_account_id_fkey',
  'consent_account_id_fkey',
  'idempotency_account_id_fkey',
  'report_reporter_id_fkey',
])

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'])

/** The driver and its pool say these by message alone. */
const lost =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after)/

/** The one place where errors of Postgres are read. Undefined: not one of those that are expected. */
export const problemOfDatabase = (error: unknown): Problem | undefined => {
  const meaning = meaningOf(error)
  if (meaning && meaning in meanings) return new Problem(meaning as ProblemCode)
  const {
    code = '',
    message = '',
    constraint = '',
  } = (error ?? {}) as Partial<Record<'code' | 'message' | 'constraint', string>>
  if (code === '23503' && ofOneself.has(constraint)) return new Problem('sign-in-required')
  if (unstorable.has(code)) return new Problem('invalid-request')
  if (busy.has(code) || code.startsWith('08') || unreachable.has(code) || lost.test(message))
    return new Problem('overloaded')
  return undefined
}
