import type { DayState } from '@repere/api/client.ts'

/** Two people who between them are free on all asked days, where nobody is alone; the first such pair in their order. */
export function pairOf(calendars: readonly (readonly DayState[])[]): [number, number] | null {
  const free = (states: readonly DayState[], day: number) => states[day] === 'free'
  const count = calendars[0]?.length ?? 0
  if (count === 0 || calendars.some((states) => states.every((state) => state === 'free'))) return null
  const days = Array.from({ length: count }, (_, day) => day)
  for (const [one, states] of calendars.entries())
    for (const [other, others] of calendars.entries())
      if (other > one && days.every((day) => free(states, day) || free(others, day))) return [one, other]
  return null
}
