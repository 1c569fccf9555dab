import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

/** Tells whoever reported something that it arrived, what happens now, and that the other side is not told. */
export const reportReceived = (origin: string, locale: Locale): Letter => {
  const { subject, paragraphs, label, because } = words[locale]
  return writeLetter({
    template: 'report-received',
    locale,
    subject,
    paragraphs,
    action: { label, url: pageUrl(origin, locale, '/reports') },
    because,
  })
}

const words: Record<Locale, { subject: string; paragraphs: string[]; label: string; because: string }> = {
  fr: {
    subject: 'Votre signalement est arrivé',
    paragraphs: [
      'Une personne du registre va le lire et vous écrira ce qu’elle décide, avec ses raisons.',
      'L’autre partie n’apprend pas qui a signalé. Si vous êtes en danger, appelez le 17 ou le 112.',
    ],
    label: 'Voir mes signalements',
    because: 'Vous recevez ce message parce que vous avez envoyé un signalement sur Repère.',
  },
  en: {
    subject: 'Your report has arrived',
    paragraphs: [
      'Somebody of the registry will read it, and write to you what they decide and why.',
      'The other side is not told who reported. If you are in danger, call 17 or 112.',
    ],
    label: 'See my reports',
    because: 'You receive this message because you sent a report on Repère.',
  },
}
