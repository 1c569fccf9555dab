import { createSealer } from '../sealing.ts'
import type { DemoSeed } from '../seeds/demo.ts'
import { dayIn } from '../vocabulary/day.ts'

/** When the demo of the tests starts. */
export const now = new Date('2027-01-13T10:30:00Z')
export const today = dayIn('Europe/Paris', now)

/** What the tests seed the demo with. */
export const seed: DemoSeed = {
  now,
  hashPassword: async (password) => `hash of ${password}`,
  sealer: createSealer('a secret of the tests, long enough'),
}

export const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
export const daysOn = (days: number) => minutesOn(days * 24 * 60)
