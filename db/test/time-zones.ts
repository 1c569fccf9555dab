import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

/** A day behind most of the world, level with it, and a day ahead. */
export const timeZones = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'] as const

/** The time zone this process believes to be in. */
export const processZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Runs the same tests with this process in each time zone: a date that passes through a local clock shifts in one. */
export const inTimeZones = (name: string, body: () => void): void => {
  describe.each(timeZones)(`${name}, in %s`, (zone) => {
    beforeAll(() => void vi.stubEnv('TZ', zone))
    afterAll(() => void vi.unstubAllEnvs())
    test('the process is in that time zone', () => {
      expect(processZone()).toBe(zone)
    })
    body()
  })
}
