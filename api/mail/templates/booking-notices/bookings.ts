import { type NoticeWordsByName, other, saying } from './told.ts'

const french = saying('fr')
const english = saying('en')

/** What is told of any booking: messages, and ends before their time. */
export const bookings = {
  fr: {
    'message-received': (told) => ({
      subject: `Nouveau message\u00a0: ${other(told)}`,
      title: 'Un message vous attend',
      paragraphs: [`${other(told)} vous a écrit. Le message se lit sur la page, jamais dans un courriel.`],
      button: 'Lire le message',
    }),
    'booking-cancelled': (told) => ({
      subject: `Réservation annulée\u00a0: ${french.period(told)}`,
      title: 'La réservation est annulée',
      paragraphs: [
        `${other(told)} a annulé la réservation. La raison et les conditions d’annulation sont sur la page.`,
      ],
      button: 'Lire la raison',
    }),
    'booking-voided': (told) => ({
      subject: `Réservation close par le registre\u00a0: ${french.period(told)}`,
      title: 'Le registre a clos cette réservation',
      paragraphs: ['Elle n’a plus d’effet. La raison donnée par le registre est sur la page.'],
      button: 'Lire la raison',
    }),
  },
  en: {
    'message-received': (told) => ({
      subject: `New message from ${other(told)}`,
      title: 'A message awaits you',
      paragraphs: [`${other(told)} has written to you. The message is read on the page, never in a mail.`],
      button: 'Read the message',
    }),
    'booking-cancelled': (told) => ({
      subject: `Booking cancelled: ${english.period(told)}`,
      title: 'The booking is cancelled',
      paragraphs: [
        `${other(told)} has cancelled the booking. The reason and the cancellation terms are on the page.`,
      ],
      button: 'Read the reason',
    }),
    'booking-voided': (told) => ({
      subject: `Booking closed by the registry: ${english.period(told)}`,
      title: 'The registry has closed this booking',
      paragraphs: ['It has no effect any more. The reason the registry gave is on the page.'],
      button: 'Read the reason',
    }),
  },
} satisfies NoticeWordsByName
