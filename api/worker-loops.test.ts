import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from './test/api.ts'
import { type Loop, startLoops } from './worker-loops.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const never = 3_600_000

/** A loop that counts its turns, and whom a test can wait for. */
const counting = (loop: Omit<Loop, 'run'>, work: (turn: number) => Promise<void> = async () => {}) => {
  let turns = 0
  let reached = Promise.withResolvers<void>()
  const run = async () => {
    turns += 1
    reached.resolve()
    await work(turns)
  }
  return {
    loop: { ...loop, run },
    turns: () => turns,
    async next() {
      reached = Promise.withResolvers()
      await reached.promise
    },
  }
}

const notify = (channel: string) => sql`select pg_notify(${channel}, '')`.execute(api.deps.db)

/** Listening begins with a wake-up of everybody: after it, calls are heard. */
const listening = async (counted: ReturnType<typeof counting>) => {
  while (counted.turns() < 2) await new Promise((later) => setTimeout(later, 5))
}

test('a call wakes its own loop at once, and no other', async () => {
  const called = counting({ name: 'called', wakeOn: 'mail', everyMs: never })
  const other = counting({ name: 'other', everyMs: never })
  const loops = await startLoops(api.deps, [called.loop, other.loop])
  await listening(called)
  const began = performance.now()
  const woken = called.next()
  await notify('mail')
  await woken
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(other.turns()).toBe(1)
  await loops.stop()
})

test('a loop that fails tries again at its next turn', async () => {
  const failing = counting({ name: 'failing', everyMs: 5 }, async (turn) => {
    if (turn < 3) throw new Error('not yet')
  })
  const loops = await startLoops(api.deps, [failing.loop])
  while (failing.turns() < 4) await failing.next()
  await loops.stop()
  const turns = failing.turns()
  await new Promise((later) => setTimeout(later, 20))
  expect(failing.turns()).toBe(turns)
})

test('a call that comes during a turn is heard after it', async () => {
  const gate = Promise.withResolvers<void>()
  const busy = counting({ name: 'busy', wakeOn: 'mail', everyMs: never }, async (turn) => {
    if (turn === 3) await gate.promise
  })
  const loops = await startLoops(api.deps, [busy.loop])
  await listening(busy)
  await notify('mail')
  while (busy.turns() < 3) await new Promise((later) => setTimeout(later, 5))
  await notify('mail')
  const again = busy.next()
  gate.resolve()
  await again
  expect(busy.turns()).toBe(4)
  await loops.stop()
})

test('a connection that breaks is taken up again, and everybody is woken, since calls may be lost', async () => {
  const called = counting({ name: 'called', wakeOn: 'mail', everyMs: never })
  const loops = await startLoops(api.deps, [called.loop])
  await listening(called)
  const woken = called.next()
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'repere-listen' and datname = current_database()`.execute(api.deps.db)
  await woken
  await loops.stop()
})

test('stopping tells the turn under way, and waits for it', async () => {
  let finished = false
  const patient: Loop = {
    name: 'patient',
    everyMs: never,
    run: async (_, signal) => {
      await new Promise<void>((told) => signal.addEventListener('abort', () => told()))
      finished = true
    },
  }
  const loops = await startLoops(api.deps, [patient])
  await loops.stop()
  expect(finished).toBe(true)
})
