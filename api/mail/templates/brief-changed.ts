import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

/** Tells a coordinator that the brief of what they were asked for changed. What it says is on the page alone. */
export const briefChanged = (origin: string, locale: Locale, bookingId: string): Letter =>
  writeLetter({
    template: 'brief-changed',
    locale,
    ...words[locale],
    action: { label: words[locale].label, url: pageUrl(origin, locale, `/bookings/${bookingId}`) },
  })

const words = {
  fr: {
    subject: 'La description d’un projet a changé',
    paragraphs: [
      'Une production qui vous a sollicité·e a modifié la description de son projet. Les jours et les conditions de votre demande restent les mêmes.',
    ],
    label: 'Lire la description',
    because: 'Vous recevez ce message parce qu’une demande ou une réservation vous lie à ce projet.',
  },
  en: {
    subject: 'The description of a project has changed',
    paragraphs: [
      'A production that asked you has edited the description of its project. The days and terms of your request stay the same.',
    ],
    label: 'Read the description',
    because: 'You receive this because a request or a booking ties you to this project.',
  },
}
