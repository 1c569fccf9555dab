import { createPool } from '@repere/db'
import type { Deps } from './deps.ts'

export interface Loop {
  name: string
  /** The NOTIFY channel that wakes it. */
  wakeOn?: string
  /** Also runs after so long without a wake-up. */
  everyMs: number
  /** Does what is due and returns, early once `signal` says stop; what it throws is logged, and the next turn tries again. */
  run(deps: Deps, signal: AbortSignal): Promise<void>
}

/** Runs the loops until stopped, each never beside itself. Stopping waits for the turn under way. */
export const startLoops = async (deps: Deps, loops: readonly Loop[]): Promise<{ stop(): Promise<void> }> => {
  const turns = loops.map((loop) => startLoop(deps, loop))
  const wakers = new Map(
    turns.flatMap(({ loop, wake }) => (loop.wakeOn ? [[loop.wakeOn, wake] as const] : [])),
  )
  const listener = listen(deps, wakers)
  return {
    async stop() {
      await Promise.all([listener.stop(), ...turns.map((turn) => turn.stop())])
    },
  }
}

const startLoop = (deps: Deps, loop: Loop) => {
  const stopping = new AbortController()
  let woken = false
  let wake = () => {
    woken = true
  }
  const pause = () =>
    new Promise<void>((resume) => {
      if (woken || stopping.signal.aborted) return resume()
      const timer = setTimeout(resume, loop.everyMs)
      wake = () => {
        clearTimeout(timer)
        resume()
      }
    })
  const turning = (async () => {
    while (!stopping.signal.aborted) {
      woken = false
      wake = () => {
        woken = true
      }
      await loop
        .run(deps, stopping.signal)
        .catch((error: unknown) => deps.log.error({ loop: loop.name, error }, 'a loop failed'))
      await pause()
    }
  })()
  return {
    loop,
    wake: () => wake(),
    async stop() {
      stopping.abort()
      wake()
      await turning
    },
  }
}

/** Holds one connection that listens; when it breaks, opens another and wakes everybody, since calls may be lost. */
const listen = (deps: Deps, wakers: ReadonlyMap<string, () => void>) => {
  const pool = createPool(deps.config.databaseUrl, {
    maxConnections: 1,
    applicationName: 'repere-listen',
    statementTimeoutMs: 0,
  })
  let stopped = false
  let end = () => {}
  const holding = (async () => {
    while (!stopped) {
      const client = await pool.connect().catch(() => undefined)
      // Asked to stop while it was connecting: nobody would end a wait begun now.
      if (stopped) client?.release(true)
      else if (client) {
        const broken = new Promise<void>((done) => {
          end = done
          client.once('end', () => done())
          client.once('error', () => done())
        })
        client.on('notification', ({ channel }) => wakers.get(channel)?.())
        for (const channel of wakers.keys()) await client.query(`listen "${channel}"`).catch(() => {})
        for (const wake of wakers.values()) wake()
        await broken
        client.release(true)
      }
      if (!stopped) await new Promise((later) => setTimeout(later, 500))
    }
  })()
  return {
    async stop() {
      stopped = true
      end()
      await holding
      await pool.end()
    },
  }
}
