import { addDays, type BookingSummary, type Day, type Locale } from '@repere/api/client.ts'
import { companyName, projectName } from '#lib/bookings/say.ts'
import type { IconName } from '#lib/components/icon-paths.ts'
import { formatDays } from '#lib/dates/days.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import type { News } from './news.ts'

type Names = { company: string; days: string }

/** What others did, or the clock: one's own moves are no news. */
const sayings: Record<string, { icon: IconName; say: (names: Names) => string }> = {
  'moved-up': { icon: 'arrow-up', say: m.news_moved_up },
  'dates-lost': { icon: 'history', say: m.news_dates_lost },
  'brief-changed': { icon: 'document', say: m.news_brief_changed },
  confirmed: { icon: 'check', say: m.news_confirmed },
  withdrawn: { icon: 'cross', say: m.news_withdrawn },
  released: { icon: 'cross', say: m.news_released },
  cancelled: { icon: 'cross', say: m.news_cancelled },
  voided: { icon: 'alert', say: m.news_voided },
  expired: { icon: 'clock', say: m.news_expired },
  completed: { icon: 'check', say: m.news_completed },
  'credit-confirmed': { icon: 'check', say: m.after_news_confirmed },
  'credit-corrected': { icon: 'document', say: m.after_news_corrected },
  'referee-agreed': { icon: 'check', say: m.after_news_referee_agreed },
  'referee-refused': { icon: 'cross', say: m.after_news_referee_refused },
  'referee-withdrawn': { icon: 'cross', say: m.after_news_referee_withdrawn },
  'credit-not-as-booked': { icon: 'alert', say: m.after_news_not },
}

/** Of the last fortnight, the latest first: unread words before what merely happened. */
export function newsOfBookings(
  bookings: readonly BookingSummary[],
  today: Day,
  locale: Locale,
  most = 6,
): News[] {
  const since = addDays(today, -14)
  const told = bookings.flatMap((booking): News[] => {
    const href = to(`/bookings/${booking.id}`)
    const company = companyName(booking)
    const answered = booking.state !== 'requested' && booking.state !== 'countered'
    const words: News[] =
      booking.unreadMessages > 0 && answered
        ? [
            {
              key: `words-${booking.id}`,
              icon: 'messages',
              text: m.news_message({ company, project: projectName(booking, locale) }),
              href: `${href}#messages`,
              link: m.news_read(),
            },
          ]
        : []
    const latest = booking.latest?.by === 'coordinator' ? null : booking.latest
    const saying = latest && sayings[latest.kind]
    const over = latest?.kind === 'dates-lost' && booking.takenDays.length === 0
    if (!answered || !saying || over || latest.at.slice(0, 10) < since) return words
    const of = latest.days?.length ? latest.days : booking.days
    const say = of.length === 1 ? m.news_days_one : m.news_days_many
    const text = saying.say({ company, days: of.length > 0 ? say({ days: formatDays(of, locale) }) : '' })
    return [...words, { key: booking.id, icon: saying.icon, text, href, at: latest.at }]
  })
  return told
    .sort(
      (one, other) => Number(!one.link) - Number(!other.link) || (other.at ?? '').localeCompare(one.at ?? ''),
    )
    .slice(0, most)
}
