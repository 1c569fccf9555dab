import { calendarActions, readDesk } from '#lib/server/calendar.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = (event) => readDesk(event)

/** Only the button confirms: opening the mailed link, as scanners do, changes nothing. */
export const actions: Actions = { confirm: calendarActions('/me/calendar').confirm }
