import { addDays, type Locale, type Project } from '@repere/api/client.ts'
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import * as m from '#lib/paraglide/messages.js'
import { ecoMilestoneNames } from '#lib/words/briefs.ts'

interface Scheduled {
  /** Of the project or the booking whose page it is: what its lines are known by wherever they arrive. */
  id: string
  address: string
  changedAt: Date
  version: number
  schedule: Project['backSchedule']
}

/** A back-schedule as a calendar file: days that take no time of anybody, tentative until they were agreed. */
export const scheduleCalendar = (
  { id, address, changedAt, version, schedule }: Scheduled,
  locale: Locale,
) => {
  const calendar = new ICalCalendar({
    prodId: { company: 'Repere', product: 'back-schedule', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: m.project_schedule(),
  })
  for (const { milestone, latest, agreed } of schedule)
    calendar.createEvent({
      id: `${milestone}-${id}@${new URL(address).hostname}`,
      sequence: version,
      stamp: changedAt,
      start: new Date(`${latest}T00:00:00Z`),
      end: new Date(`${addDays(latest, 1)}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: ecoMilestoneNames[locale][milestone],
      description: agreed ? m.project_schedule_agreed() : m.project_schedule_lead(),
      url: address,
      status: agreed ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return new Response(calendar.toString(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="retroplanning.ics"',
      'cache-control': 'private, no-store',
    },
  })
}
