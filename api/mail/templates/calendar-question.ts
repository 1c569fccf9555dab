import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface QuestionedCalendar {
  /** When it was last confirmed, and the day from which that says nothing any more; null when nobody ever did. */
  confirmedOn: Day | null
  staleOn: Day | null
  knownUntil: Day | null
  today: Day
}

/** Asks whether a calendar is still right, once a month at most. The button opens a page: only that page confirms. */
export const calendarQuestion = (origin: string, locale: Locale, calendar: QuestionedCalendar): Letter => {
  const { subject, deadline, paragraphs, known, label, note, because } = words[locale]
  const { knownUntil, today } = calendar
  return writeLetter({
    template: 'calendar-question',
    locale,
    subject,
    deadline: deadline(calendar, (day) => sayDay(locale, day)),
    paragraphs: [
      ...paragraphs,
      ...(knownUntil ? [known(sayDay(locale, knownUntil), knownUntil < today)] : []),
    ],
    action: { label, url: pageUrl(origin, locale, '/me/calendar/still-right') },
    note,
    because,
  })
}

const sayDay = (locale: Locale, day: Day): string => {
  const written = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
  // French counts the first of a month, and only that day.
  return locale === 'fr' ? written.replace(/^1 /, '1er ') : written
}

interface Words {
  subject: string
  deadline: (calendar: QuestionedCalendar, say: (day: Day) => string) => string
  paragraphs: string[]
  known: (day: string, over: boolean) => string
  label: string
  note: string
  because: string
}

const words: Record<Locale, Words> = {
  fr: {
    subject: 'Votre calendrier est-il encore juste\u202f?',
    deadline: ({ confirmedOn, staleOn, today }, say) => {
      if (!confirmedOn || !staleOn)
        return 'Il n’a jamais été confirmé\u00a0: tous vos jours se lisent «\u00a0inconnu\u00a0».'
      const effect =
        today < staleOn
          ? `Sans réponse, vos jours libres se liront «\u00a0inconnu\u00a0» à partir du ${say(staleOn)}.`
          : `Depuis le ${say(staleOn)}, vos jours libres se lisent «\u00a0inconnu\u00a0».`
      return `Dernière confirmation le ${say(confirmedOn)}. ${effect}`
    },
    paragraphs: [
      'Une production qui cherche quelqu’un de libre ne trouve que des jours confirmés depuis moins de 45\u00a0jours. Si rien n’a changé, un bouton suffit\u202f; sinon, marquez d’abord ce qui est pris.',
    ],
    known: (day, over) =>
      over
        ? `Votre calendrier n’était connu que jusqu’au ${day}\u00a0: donnez une nouvelle date au passage.`
        : `Votre calendrier est connu jusqu’au ${day}.`,
    label: 'Regarder et répondre',
    note: 'Ouvrir cette page ne change rien\u00a0: seul son bouton confirme.',
    because:
      'Vous recevez ce message, une fois par mois au plus, parce que votre profil est publié et que votre calendrier n’a pas été confirmé depuis 30\u00a0jours. Un profil en pause ne le reçoit pas.',
  },
  en: {
    subject: 'Is your calendar still right?',
    deadline: ({ confirmedOn, staleOn, today }, say) => {
      if (!confirmedOn || !staleOn) return 'It was never confirmed: all your days read “unknown”.'
      const effect =
        today < staleOn
          ? `Without an answer, your free days will read “unknown” from ${say(staleOn)}.`
          : `Since ${say(staleOn)}, your free days read “unknown”.`
      return `Last confirmed on ${say(confirmedOn)}. ${effect}`
    },
    paragraphs: [
      'A production looking for somebody free only finds days that were confirmed less than 45 days ago. If nothing has changed, one button is enough; otherwise, mark what is taken first.',
    ],
    known: (day, over) =>
      over
        ? `Your calendar was known until ${day} only: give a new date while you are there.`
        : `Your calendar is known until ${day}.`,
    label: 'Look and answer',
    note: 'Opening that page changes nothing: only its button confirms.',
    because:
      'You receive this message, once a month at most, because your profile is public and your calendar was not confirmed for 30 days. Profiles on pause do not receive it.',
  },
}
