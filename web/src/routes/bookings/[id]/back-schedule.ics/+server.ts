import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import { scheduleCalendar } from '#lib/server/schedule-calendar.ts'
import type { RequestHandler } from './$types.ts'

export const GET: RequestHandler = async (event) => {
  requireRole(event, 'coordinator', 'production')
  const { id } = event.params
  const { project } = await apiFor(event).bookings[':id'].$get({ param: { id } }).then(bodyOf)
  return scheduleCalendar(
    {
      id,
      address: new URL(`/bookings/${id}`, event.url).href,
      changedAt: new Date(),
      version: project.version,
      schedule: project.backSchedule,
    },
    event.locals.locale,
  )
}
