import { calendarActions, readDesk } from '#lib/server/calendar.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = (event) => readDesk(event)

export const actions: Actions = calendarActions('/me/calendar')
