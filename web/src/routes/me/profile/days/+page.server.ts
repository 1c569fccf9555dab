import { steps } from '#lib/listing/steps.ts'
import { calendarActions, readDesk } from '#lib/server/calendar.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => ({ desk: await readDesk(event) })

export const actions: Actions = calendarActions(steps.days.path)
