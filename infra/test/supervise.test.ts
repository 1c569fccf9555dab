import { expect, test } from 'vitest'
import { type Running, supervise } from '../local/supervise.ts'

/** Something that runs until it is told to die. */
function something(): Running & { die: (how: string) => void; stopped: boolean } {
  const { promise: exited, resolve: die } = Promise.withResolvers<string>()
  const thing = {
    exited,
    die,
    stopped: false,
    stop: async () => {
      thing.stopped = true
      die('stopped')
    },
  }
  return thing
}

test('what dies is started again, even when starting fails at first, and stopping ends it for good', async () => {
  const first = something()
  const second = something()
  let attempts = 0
  const kept = supervise('thing', first, async () => {
    attempts += 1
    if (attempts === 1) throw new Error('not yet')
    return second
  })
  expect(kept.current()).toBe(first)

  first.die('exit code 1')
  await expect.poll(() => kept.current()).toBeUndefined()
  await expect.poll(() => kept.current(), { timeout: 3000 }).toBe(second)
  expect(attempts).toBe(2)

  await kept.stop()
  expect(second.stopped).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(attempts).toBe(2)
})
