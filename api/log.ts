import { pino } from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>

/** One JSON line per event, in UTC. Callers pass allow-listed fields only: no bodies, queries or addresses. */
export const createLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: describeError } })

const describeError = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { name: 'thrown value' }
