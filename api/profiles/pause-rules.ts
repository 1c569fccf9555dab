import { addMonths, type Day } from '@repere/db/vocabulary/day.ts'

/** How far ahead the end of a pause may be said. */
export const longestPauseMonths = 18

/** Whether a pause lasts on a day, where the person lives: its last day still counts. */
export const isOn = (
  { pausedAt, pausedUntil }: { pausedAt: Date | null; pausedUntil: Day | null },
  today: Day,
): boolean => pausedAt !== null && (pausedUntil === null || today <= pausedUntil)

/** Whether that day can be the last of a pause. */
export const canPauseUntil = (until: Day, today: Day): boolean =>
  today <= until && until <= addMonths(today, longestPauseMonths)
