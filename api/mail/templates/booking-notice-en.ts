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
  'request-countered': (told) => ({
    subject: `Answer before ${when(told)}: another proposal for ${period(told)}`,
    title: 'Another proposal awaits your answer',
    paragraphs: [
      `${other(told)} proposes other terms. The page shows what changes, line by line: accept, propose in turn, or decline.`,
    ],
    deadline: 'Answer before',
    button: 'Compare and answer',
    because: why(told),
  }),
  'counter-accepted': (told) => ({
    subject: `Proposal accepted: an option on ${period(told)}`,
    title: 'Your proposal is accepted',
    paragraphs: [
      told.to === 'production'
        ? `${other(told)} accepts your terms. The days are held for you until the deadline; confirm them, or release them.`
        : `${other(told)} accepts your terms. The option is placed until the deadline.`,
    ],
    deadline: told.to === 'production' ? 'Confirm before' : 'The option holds until',
    button: 'Open the booking',
    because: why(told),
  }),
  'counter-booked': (told) => ({
    subject: `Booking confirmed: ${period(told)}`,
    title: 'The booking is confirmed',
    paragraphs: [`${other(told)} accepts your terms. Contact details are on the page.`],
    button: 'Open the booking',
    because: why(told),
  }),
  'counter-declined': (told) => ({
    subject: `Proposal declined: ${period(told)}`,
    title: 'Your proposal is declined',
    paragraphs: [`${other(told)} does not take up your terms. The reason is on the page.`],
    button: 'Read the answer',
    because: why(told),
  }),
  'counter-lapsed': (told) => ({
    subject: `Proposal lapsed: ${period(told)}`,
    title: 'The proposal has lapsed',
    paragraphs: ['The last proposal was left without an answer at its deadline. Both sides are told.'],
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
  'must-answer': (told) => ({
    subject: `Confirm or release before ${when(told)}: your option on ${period(told)}`,
    title: 'Your option must be confirmed or released',
    paragraphs: [
      `Another production commits to booking ${told.facts.coordinatorName} on days that you hold. Confirm them, or release them: at the deadline the option is released by itself.`,
      'Weekends and French public holidays do not count in this time.',
    ],
    deadline: 'Confirm or release before',
    button: 'Decide',
    because: why(told),
  }),
  'option-challenges': (told) => ({
    subject: `An option ready to confirm: ${period(told)}`,
    title: 'A production commits to confirming',
    paragraphs: [
      `${told.facts.companyName} will confirm as soon as the options before its own are released. Those have a time to confirm. There is nothing for you to do.`,
    ],
    button: 'See the booking',
    because: why(told),
  }),
  'request-pressed': (told) => ({
    subject: `Your firm request moves on: ${period(told)}`,
    title: 'Your request is taken, subject to options before it',
    paragraphs: [
      `${told.facts.coordinatorName} wishes to accept. The options before have a time to confirm; if all are released, your booking is confirmed at once.`,
    ],
    button: 'See the request',
    because: why(told),
  }),
  'challenge-over': (told) => ({
    subject: `Nothing urgent to confirm any more: your option on ${period(told)}`,
    title: 'Your option is no longer challenged',
    paragraphs: [
      'The other production no longer awaits your decision. Your option keeps its rank and its own deadline.',
    ],
    deadline: 'Confirm before',
    button: 'Open the booking',
    because: why(told),
  }),
  'challenge-lapsed': (told) => ({
    subject: `Option released without an answer: ${period(told)}`,
    title: 'The option is released',
    paragraphs: [
      told.to === 'coordinator'
        ? `${told.facts.companyName} neither confirmed nor released its option in time. These days are no longer held for it.`
        : 'You neither confirmed nor released the option in time. These days are no longer held for you.',
    ],
    button: 'See the booking',
    because: why(told),
  }),
  'challenge-won': (told) => ({
    subject: `Booking confirmed: ${period(told)}`,
    title: told.to === 'coordinator' ? 'You are booked' : 'The booking is confirmed',
    paragraphs: [
      told.to === 'coordinator'
        ? `No option stands before that of ${told.facts.companyName} any more: the booking is confirmed. These days are now taken in your calendar.`
        : `No option stands before yours with ${told.facts.coordinatorName} any more: the booking is confirmed, as you had committed to.`,
    ],
    button: 'Open the booking',
    because: why(told),
  }),
  'challenge-lost': (told) => ({
    subject: `Days confirmed by another production: ${period(told)}`,
    title: 'Another production has confirmed',
    paragraphs: [
      told.to === 'coordinator'
        ? 'An option placed before was confirmed in time, or the booking is not possible any more. The firm request stays open until its deadline.'
        : 'An option placed before was confirmed in time, or the booking is not possible any more. Your place behind it is kept.',
    ],
    button: 'See what remains',
    because: why(told),
  }),
  'option-trimmed': (told) => ({
    subject: `Option trimmed: ${period(told)}`,
    title: 'The option holds fewer days',
    paragraphs: [
      `${told.facts.companyName} keeps ${sayCount('en', told.facts.days.length)} of its option and releases the others.`,
    ],
    button: 'See the booking',
    because: why(told),
  }),
  'extension-asked': (told) => ({
    subject: `Extend the option on ${period(told)}: your agreement is asked for`,
    title: 'An extension awaits your answer',
    paragraphs: [
      `${told.facts.companyName} asks to keep its option for longer. Without an answer from you, the option ends at its deadline.`,
    ],
    deadline: 'The option ends on',
    button: 'Read and answer',
    because: why(told),
  }),
  'extension-accepted': (told) => ({
    subject: `Option extended to ${when(told)}: ${period(told)}`,
    title: 'Your option is extended',
    paragraphs: [`${told.facts.coordinatorName} accepts the extension. Your rank stays as it is.`],
    deadline: 'Confirm before',
    button: 'Open the booking',
    because: why(told),
  }),
  'extension-refused': (told) => ({
    subject: `Extension refused: confirm before ${when(told)}`,
    title: 'The extension is refused',
    paragraphs: [`${told.facts.coordinatorName} does not extend the option. It ends at its deadline.`],
    deadline: 'Confirm before',
    button: 'Open the booking',
    because: why(told),
  }),
  'reminder-to-answer': (told) => ({
    subject: `Reminder: answer before ${when(told)}`,
    title: 'A request still awaits your answer',
    paragraphs: [
      told.to === 'coordinator'
        ? `The request of ${told.facts.companyName} lapses at the deadline. A refusal is an answer too.`
        : `The proposal of ${told.facts.coordinatorName} lapses at the deadline. A refusal is an answer too.`,
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
  'reminder-of-challenge': (told) => ({
    subject: `Reminder: confirm or release before ${when(told)}`,
    title: 'Your option is about to be released',
    paragraphs: [
      `Another production awaits your decision on the option with ${told.facts.coordinatorName}. At the deadline the option is released by itself.`,
    ],
    deadline: 'Confirm or release before',
    button: 'Decide',
    because: why(told),
  }),
  'message-received': (told) => ({
    subject: `New message from ${other(told)}`,
    title: 'A message awaits you',
    paragraphs: [`${other(told)} has written to you. The message is read on the page, never in a mail.`],
    button: 'Read the message',
    because: why(told),
  }),
  'work-completed': (told) =>
    told.to === 'production'
      ? {
          subject: `Work completed: confirm the credit of ${other(told)}`,
          title: 'A credit to confirm',
          paragraphs: [
            `The days booked with ${other(told)} have passed. Confirm their role and days on set in one click, or say that the work did not take place as booked.`,
            'No rating and no review is asked for. The title can stay confidential until a date of your choice.',
          ],
          button: 'Confirm the credit',
          because: why(told),
        }
      : {
          subject: `Work completed: ${period(told)}`,
          title: 'The booking is completed',
          paragraphs: [
            `${other(told)} is asked to confirm your role and days on set. You then choose whether to show this credit.`,
          ],
          button: 'Open the booking',
          because: why(told),
        },
  'credit-awaited': (told) => ({
    subject: `Reminder: the credit of ${other(told)} awaits your answer`,
    title: 'A credit awaits your answer',
    paragraphs: [
      `The work of ${other(told)} is over, and nobody has confirmed their role and days on set yet. One click does it, or two if the work did not take place as booked.`,
      'These days count towards the experience that registries ask for. You get two reminders at most.',
    ],
    button: 'Confirm the credit',
    because: why(told),
  }),
  'credit-confirmed': (told) => ({
    subject: `Credit confirmed: ${period(told)}`,
    title: 'Your credit is confirmed',
    paragraphs: [
      `${other(told)} confirmed your role and days on set. They count towards your experience from now on; nothing shows on your profile unless you say so.`,
    ],
    button: 'Read it, show it or not',
    because: why(told),
  }),
  'credit-corrected': (told) => ({
    subject: `Credit corrected: ${period(told)}`,
    title: 'The production corrected a credit',
    paragraphs: [
      `${other(told)} corrected what it had confirmed. If this is not right, hide the credit and write to them in the thread of the booking.`,
    ],
    button: 'Read the credit again',
    because: why(told),
  }),
  'credit-not-as-booked': (told) => ({
    subject: `Credit not confirmed: ${period(told)}`,
    title: 'The production did not confirm the credit',
    paragraphs: [
      `${other(told)} says that the work did not take place as booked. Nothing of it shows anywhere. If this is not right, write to them in the thread of the booking: they can correct it for 30\u00a0days.`,
    ],
    button: 'Open the booking',
    because: why(told),
  }),
  'referee-asked': (told) => ({
    subject: `${other(told)} asks you to be a referee`,
    title: 'Would you be a referee?',
    paragraphs: [
      `${other(told)} asks whether other productions may talk to you about this work. Nothing is written and nothing is rated: a verified production may ask to be put in touch, and your contact is shown to it only if you say yes, each time.`,
      'You may refuse without a reason, and withdraw at any time.',
    ],
    button: 'Agree or refuse',
    because: why(told),
  }),
  'referee-agreed': (told) => ({
    subject: `Reference agreed: ${period(told)}`,
    title: 'The production agrees to be a referee',
    paragraphs: [
      `${other(told)} agrees that verified productions ask to talk to it about this work. You choose whom your profile tells.`,
    ],
    button: 'Choose who reads it',
    because: why(told),
  }),
  'referee-refused': (told) => ({
    subject: `Reference declined: ${period(told)}`,
    title: 'The production would rather not be a referee',
    paragraphs: [`Your credit confirmed by ${other(told)} stays as it is.`],
    button: 'Open the booking',
    because: why(told),
  }),
  'referee-withdrawn': (told) => ({
    subject: `Reference withdrawn: ${period(told)}`,
    title: 'The production is no longer a referee',
    paragraphs: [`${other(told)} withdrew. Your profile no longer says so; your confirmed credit stays.`],
    button: 'Open the booking',
    because: why(told),
  }),
}
