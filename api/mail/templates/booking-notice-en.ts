import { projectTypeWords, sayCount, sayPeriod, sayShortly } from './booking-facts.ts'
import type { NoticeTable, Told } from './booking-notice.ts'

const period = ({ facts }: Told) => sayPeriod('en', facts.days)
const count = ({ facts, days }: Told) => sayCount('en', (days ?? facts.days).length)
const when = ({ facts }: Told) => (facts.deadline ? sayShortly('en', facts.deadline, facts.timeZone) : '')
const other = ({ facts, to }: Told) => (to === 'coordinator' ? facts.companyName : facts.coordinatorName)

const asCoordinator =
  'You receive this because your Repère profile is published, or because a request concerns you.'
const asProduction = 'You receive this because your company made this request on Repère.'
const why = ({ to }: Told) => (to === 'coordinator' ? asCoordinator : asProduction)

export const english: NoticeTable = {
  'request-received': (told) => ({
    subject: `Answer before ${when(told)}: a request for ${period(told)}`,
    title: 'A request awaits your answer',
    paragraphs: [
      `${told.facts.companyName}, a verified company, asks you for ${projectTypeWords.en[told.facts.projectType]}.`,
      'Without an answer the request lapses and the production is told. Reminders 48 h, 24 h and 2 h before.',
    ],
    deadline: 'Answer before',
    button: 'Read the request and answer',
    because: why(told),
  }),
  'request-withdrawn': (told) => ({
    subject: `Request withdrawn: ${period(told)}`,
    title: 'The request is withdrawn',
    paragraphs: [`${told.facts.companyName} has withdrawn its request. There is nothing for you to do.`],
    button: 'See the request',
    because: why(told),
  }),
  'option-placed': (told) => ({
    subject: `Confirm before ${when(told)}: your option on ${period(told)}`,
    title: 'Your option is placed',
    paragraphs: [
      `${told.facts.coordinatorName} has accepted. The days are held for you until the deadline; confirm them, or release them.`,
    ],
    deadline: 'Confirm before',
    button: 'Open the booking',
    because: why(told),
  }),
  'request-booked': (told) => ({
    subject: `Booking confirmed: ${period(told)}`,
    title: 'The booking is confirmed',
    paragraphs: [
      `${told.facts.coordinatorName} has accepted your firm request. Contact details are on the page.`,
    ],
    button: 'Open the booking',
    because: why(told),
  }),
  'request-declined': (told) => ({
    subject: `Request declined: ${period(told)}`,
    title: 'The request is declined',
    paragraphs: [`${told.facts.coordinatorName} cannot take it. The reason is on the page.`],
    button: 'Read the answer',
    because: why(told),
  }),
  'option-confirmed': (told) => ({
    subject: `Option confirmed: ${period(told)}`,
    title: 'You are booked',
    paragraphs: [`${told.facts.companyName} confirms its option. These days are now taken in your calendar.`],
    button: 'Open the booking',
    because: why(told),
  }),
  'option-released': (told) => ({
    subject: `Option released: ${period(told)}`,
    title: 'The option is released',
    paragraphs: [`${other(told)} has released the option. The days are no longer held.`],
    button: 'See the booking',
    because: why(told),
  }),
  'booking-cancelled': (told) => ({
    subject: `Booking cancelled: ${period(told)}`,
    title: 'The booking is cancelled',
    paragraphs: [
      `${other(told)} has cancelled the booking. The reason and the cancellation terms are on the page.`,
    ],
    button: 'Read the reason',
    because: why(told),
  }),
  'booking-voided': (told) => ({
    subject: `Booking closed by the registry: ${period(told)}`,
    title: 'The registry has closed this booking',
    paragraphs: ['It has no effect any more. The reason the registry gave is on the page.'],
    button: 'Read the reason',
    because: why(told),
  }),
  'request-lapsed': (told) => ({
    subject: `Request lapsed: ${period(told)}`,
    title: 'The request has lapsed',
    paragraphs: [
      told.to === 'coordinator'
        ? `The request of ${told.facts.companyName} was left without an answer; the production is told.`
        : `${told.facts.coordinatorName} did not answer in time. You can ask somebody else.`,
    ],
    button: 'See the request',
    because: why(told),
  }),
  'option-lapsed': (told) => ({
    subject: `Option lapsed: ${period(told)}`,
    title: 'The option has lapsed',
    paragraphs: [
      told.to === 'coordinator'
        ? `The option of ${told.facts.companyName} was not confirmed in time. These days are no longer held.`
        : 'Your option was not confirmed in time. These days are no longer held for you.',
    ],
    button: 'See the booking',
    because: why(told),
  }),
  'dates-lost': (told) => ({
    subject: `Days taken: ${count(told)} of your request`,
    title: 'Another production has confirmed',
    paragraphs: [
      (told.count ?? 1) > 1
        ? `Days of ${told.count} of your requests are now confirmed for another production.`
        : `${told.facts.coordinatorName} is now booked by another production on ${count(told)} of your request.`,
      'Your place is kept: should that confirmation fall, you will be told.',
    ],
    button: 'See what remains',
    because: why(told),
  }),
  'moved-up': (told) => ({
    subject: `Your option moves up on ${count(told)}`,
    title: 'Your option moves up',
    paragraphs: [
      `A booking placed before yours with ${told.facts.coordinatorName} has ended. The page shows your rank, day by day.`,
    ],
    deadline: 'Confirm before',
    button: 'See your rank',
    because: why(told),
  }),
  'reminder-to-answer': (told) => ({
    subject: `Reminder: answer before ${when(told)}`,
    title: 'A request still awaits your answer',
    paragraphs: [
      `The request of ${told.facts.companyName} lapses at the deadline. A refusal is an answer too.`,
    ],
    deadline: 'Answer before',
    button: 'Read the request and answer',
    because: why(told),
  }),
  'reminder-to-confirm': (told) => ({
    subject: `Reminder: confirm before ${when(told)}`,
    title: 'Your option is about to lapse',
    paragraphs: [
      `The option with ${told.facts.coordinatorName} lapses at the deadline. Confirm it, or release the days.`,
    ],
    deadline: 'Confirm before',
    button: 'Open the booking',
    because: why(told),
  }),
  'message-received': (told) => ({
    subject: `New message from ${other(told)}`,
    title: 'A message awaits you',
    paragraphs: [`${other(told)} has written to you. The message is read on the page, never in a mail.`],
    button: 'Read the message',
    because: why(told),
  }),
}
