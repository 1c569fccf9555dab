import * as m from '#lib/paraglide/messages.js'

/** How long something waits: « 6 j », « 19 h », « < 1 h », and whether that is more than the aim of five days. */
export function ageOf(since: string, now: string): { text: string; late: boolean; soon: boolean } {
  const hours = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 3_600_000))
  const days = Math.floor(hours / 24)
  const text =
    days > 0
      ? m.registrar_age_days({ count: days })
      : hours > 0
        ? m.registrar_age_hours({ count: hours })
        : m.registrar_age_minutes()
  return { text, late: days > 5, soon: days > 3 }
}
