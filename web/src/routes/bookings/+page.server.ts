import { type BookingState, bookingStates, openStates } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

const groups = {
  open: openStates,
  confirmed: ['confirmed', 'completed'],
  closed: ['declined', 'withdrawn', 'expired', 'released', 'cancelled', 'voided'],
} as const satisfies Record<string, readonly BookingState[]>

const shown = Object.keys(groups) as (keyof typeof groups)[]

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator', 'production')
  const asked = event.url.searchParams.get('show')
  const show = shown.find((name) => name === asked) ?? 'all'
  const state = show === 'all' ? [...bookingStates] : [...groups[show]]
  const page = event.url.searchParams.get('page') ?? '1'
  const query = { state, page: /^\d{1,4}$/.test(page) ? page : '1' }
  return {
    show,
    list: await apiFor(event).bookings.$get({ query }).then(bodyOf),
    locale: event.locals.locale,
    now: new Date().toISOString(),
  }
}
