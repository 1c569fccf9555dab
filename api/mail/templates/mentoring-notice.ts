import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { MentoringSide } from '@repere/db/vocabulary/mentoring.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface MentoringNotice {
  what: 'asked' | 'accepted'
  /** The public name of who asked or agreed. */
  name: string
  /** The side of who asked or agreed. */
  side: MentoringSide
  discipline: Discipline
}

/** Tells one half of a mentoring pair what the other did. Nothing is public before both agreed. */
export const mentoringNotice = (origin: string, locale: Locale, notice: MentoringNotice): Letter => {
  const { what, name, side, discipline } = notice
  const { subjects, openings, effects, label, because } = words[locale]
  return writeLetter({
    template: `mentoring-${what}`,
    locale,
    subject: subjects[what](name),
    paragraphs: [openings[what](name, side, professions[locale][discipline]), effects[what]],
    action: { label, url: pageUrl(origin, locale, '/me/profile/mentoring') },
    because,
  })
}

const professions: Record<Locale, Record<Discipline, string>> = {
  fr: { intimacy: 'coordination d’intimité', 'eco-production': 'coordination d’écoproduction' },
  en: { intimacy: 'intimacy coordination', 'eco-production': 'eco-production coordination' },
}

interface Words {
  subjects: Record<MentoringNotice['what'], (name: string) => string>
  openings: Record<MentoringNotice['what'], (name: string, side: MentoringSide, profession: string) => string>
  effects: Record<MentoringNotice['what'], string>
  label: string
  because: string
}

const words: Record<Locale, Words> = {
  fr: {
    subjects: {
      asked: (name) => `${name} vous propose d’apparaître en binôme`,
      accepted: (name) => `${name} accepte d’apparaître en binôme avec vous`,
    },
    openings: {
      asked: (name, side, profession) =>
        side === 'trainee'
          ? `${name} se forme à la ${profession} et souhaite être montré·e comme votre binôme.`
          : `${name} exerce la ${profession} et vous propose de vous accompagner dans votre formation.`,
      accepted: (name, _, profession) => `${name} a donné son accord, pour la ${profession}.`,
    },
    effects: {
      asked:
        'Rien ne paraît sans votre accord. Vous pouvez accepter, refuser ou ne rien faire, et mettre fin au binôme à tout moment.',
      accepted:
        'Vos deux pages le disent tant qu’elles sont publiées. Chacun peut y mettre fin à tout moment, sans motif.',
    },
    label: 'Voir mes binômes',
    because: 'Vous recevez ce message parce que votre profil est publié sur Repère.',
  },
  en: {
    subjects: {
      asked: (name) => `${name} asks to be shown as a pair with you`,
      accepted: (name) => `${name} agrees to be shown as a pair with you`,
    },
    openings: {
      asked: (name, side, profession) =>
        side === 'trainee'
          ? `${name} is training in ${profession} and would like to be shown as your pair.`
          : `${name} works in ${profession} and offers to accompany you in your training.`,
      accepted: (name, _, profession) => `${name} agreed, for ${profession}.`,
    },
    effects: {
      asked:
        'Nothing shows without your agreement. You may accept, decline or do nothing, and end the pair at any time.',
      accepted:
        'Your two pages say so while they are published. Either of you may end it at any time, without a reason.',
    },
    label: 'See my pairs',
    because: 'You receive this message because your profile is published on Repère.',
  },
}
