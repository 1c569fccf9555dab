import * as m from '#lib/paraglide/messages.js'

/** « 2 jours de plateau ». */
export const sayDaysOnSet = (count: number): string =>
  count === 1 ? m.after_days_one() : m.after_days_many({ count })
