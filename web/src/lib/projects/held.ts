import type { BookingSummary, Day } from '@repere/api/client.ts'
import * as m from '#lib/paraglide/messages.js'

/** The days that somebody holds for this very project, by option or by confirmation. */
export interface Held {
  slug: string
  name: string
  state: 'option' | 'confirmed'
  days: Day[]
}

/**
 * By slug: what is held for a project whose own bookings these are. In the matches such days are no longer free, and
 * free they would be offered twice; days that somebody else has confirmed since are not held.
 */
export const heldBy = (
  bookings: readonly Pick<BookingSummary, 'state' | 'coordinator' | 'days' | 'takenDays'>[],
): Map<string, Held> =>
  new Map(
    bookings.flatMap(({ state, coordinator, days, takenDays }): [string, Held][] => {
      if (state !== 'option' && state !== 'confirmed') return []
      const own = state === 'confirmed' ? days : days.filter((day) => !takenDays.includes(day))
      const { slug, displayName: name } = coordinator
      return slug !== null && name !== null && own.length > 0
        ? [[slug, { slug, name, state, days: own }]]
        : []
    }),
  )

/** « 9 jours en option pour ce projet ». */
export const sayHeld = (state: Held['state'], count: number): string =>
  state === 'confirmed' ? m.project_held_confirmed({ count }) : m.project_held_option({ count })
