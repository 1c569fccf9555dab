import type { BookingPhase } from '../../tables/booking.ts'
import type { Day } from '../../vocabulary/day.ts'
import { accountIdOf } from './accounts.ts'
import type { Booking } from './booking.ts'
import { bookingsEco } from './bookings-eco.ts'
import { bookingsIntimacy } from './bookings-intimacy.ts'
import { bookingsOfRivage } from './bookings-rivage.ts'
import { companies } from './companies.ts'
import type { DemoTime } from './demo-time.ts'
import { demoId } from './identity.ts'
import { daysOfPhases, type Life, live } from './lives.ts'
import type { Project } from './project.ts'
import { projects } from './projects.ts'
import { phasesOf } from './write-projects.ts'

export const bookings: readonly Booking[] = [...bookingsOfRivage, ...bookingsIntimacy, ...bookingsEco]

/** A booking with all it refers to, played up to the start of the demo. */
export interface PlayedBooking {
  id: string
  booking: Booking
  project: Project
  phases: BookingPhase[]
  /** The account that asks. */
  producer: string
  life: Life
}

/** The id of a seeded booking; `round` tells apart those written again later. */
export const bookingIdOf = ({ project, person }: Pick<Booking, 'project' | 'person'>, round = ''): string =>
  demoId(`booking of ${person} for ${project} ${round}`)

export const playBookings = (time: DemoTime, round = ''): PlayedBooking[] =>
  bookings.map((booking) => {
    const project = projects.find(({ key }) => key === booking.project)
    const company = companies.find(({ name }) => name === project?.company)
    if (!project || !company) throw new Error(`no project ${booking.project} in the demo`)
    const phases = phasesOf(project, time)
    const life = live(booking, daysOfPhases(phases), time)
    return {
      id: bookingIdOf(booking, round),
      booking,
      project,
      phases,
      producer: accountIdOf(company.contact),
      life,
    }
  })

/** Days that bookings speak of, by coordinator: the calendars mark nothing else there. */
export const daysSpokenFor = (played: readonly PlayedBooking[]): Map<string, Set<Day>> => {
  const days = new Map<string, Set<Day>>()
  for (const { booking, phases } of played) {
    const known = days.get(booking.person) ?? new Set()
    for (const day of daysOfPhases(phases)) known.add(day)
    days.set(booking.person, known)
  }
  return days
}
