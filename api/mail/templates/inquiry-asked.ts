import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface AskedAbout {
  subject: 'credential' | 'company'
  /** The credential's name in the person's language, or the company's. */
  name: string
}

/** Tells an owner that the registry has a question. The question itself is on their page alone. */
export const inquiryAsked = (origin: string, locale: Locale, { subject, name }: AskedAbout): Letter => {
  const { title, paragraphs, label, because } = words[locale]
  const path = subject === 'credential' ? '/me/credentials' : '/company'
  return writeLetter({
    template: 'inquiry-asked',
    locale,
    subject: title(name),
    paragraphs,
    action: { label, url: pageUrl(origin, locale, path) },
    because: because[subject],
  })
}

interface Words {
  title: (name: string) => string
  paragraphs: string[]
  label: string
  because: Record<AskedAbout['subject'], string>
}

const words: Record<Locale, Words> = {
  fr: {
    title: (name) => `Une question du registre\u00a0: ${name}`,
    paragraphs: [
      'Une personne du registre a besoin d’une précision avant de décider. Sa question se lit sur votre page, et votre réponse s’y écrit\u00a0: elle n’est vue que du registre.',
      'La vérification attend votre réponse.',
    ],
    label: 'Lire et répondre',
    because: {
      credential: 'Vous recevez ce message parce que vous avez déclaré ce titre sur Repère.',
      company: 'Vous recevez ce message parce que vous avez décrit cette société sur Repère.',
    },
  },
  en: {
    title: (name) => `A question from the registry: ${name}`,
    paragraphs: [
      'Somebody at the registry needs to know more before deciding. Their question is on your page, and your answer is written there: only the registry reads it.',
      'The verification waits for your answer.',
    ],
    label: 'Read and answer',
    because: {
      credential: 'You receive this message because you declared this credential on Repère.',
      company: 'You receive this message because you described this company on Repère.',
    },
  },
}
