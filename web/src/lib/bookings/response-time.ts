import type { ResponseTime } from '@repere/api/client.ts'
import * as m from '#lib/paraglide/messages.js'

/** How long somebody usually takes to answer: in hours up to two days, then in days. */
export const sayResponseTime = ({ medianHours, answers }: ResponseTime): string => {
  if (medianHours < 1) return m.booking_answers_at_once({ answers })
  return medianHours < 48
    ? m.booking_answers_in_hours({ count: medianHours, answers })
    : m.booking_answers_in_days({ count: Math.round(medianHours / 24), answers })
}
