import type { Locale } from '@repere/api/client.ts'
import { formatMonth } from './days.ts'
import { nbsp, thinSpace } from './names.ts'
import type { DaysRefusal } from './typed-days.ts'

/** What was wrong with a typed day, in a sentence that says what to type instead. */
export function sayRefusal(refusal: DaysRefusal, locale: Locale): string {
  return sentences[locale][refusal.because](refusal)
}

const sentences: Record<Locale, Record<DaysRefusal['because'], (refusal: DaysRefusal) => string>> = {
  fr: {
    unreadable: ({ part }) =>
      `«${nbsp}${part}${nbsp}» n’est pas une date lisible. Par exemple${nbsp}: 08/03/2027.`,
    'no-such-day': ({ part, suggestion }) =>
      suggestion
        ? `${capital(formatMonth(suggestion, 'fr'))} a ${Number(suggestion.slice(8))}${nbsp}jours.`
        : `Le mois de «${nbsp}${part}${nbsp}» n’existe pas. Le jour vient d’abord${nbsp}: 08/03/2027.`,
    inverted: ({ part }) => `Dans «${nbsp}${part}${nbsp}», le dernier jour vient avant le premier.`,
    'too-many': () => `366${nbsp}jours au plus.`,
    empty: () =>
      `Indiquez au moins un jour, par exemple 08/03/2027${thinSpace}; plusieurs se séparent par des virgules.`,
  },
  en: {
    unreadable: ({ part }) => `“${part}” cannot be read as a date. For example: 08/03/2027.`,
    'no-such-day': ({ part, suggestion }) =>
      suggestion
        ? `${formatMonth(suggestion, 'en')} has ${Number(suggestion.slice(8))} days.`
        : `The month of “${part}” does not exist. The day comes first: 08/03/2027.`,
    inverted: ({ part }) => `In “${part}”, the last day comes before the first.`,
    'too-many': () => '366 days at most.',
    empty: () => 'Give at least one day, for example 08/03/2027; several are separated by commas.',
  },
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
