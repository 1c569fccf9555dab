import type { CredentialDecision } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import {
  subjectOf,
  type TemplatePlaceholder,
  type TemplatePurpose,
  templatePlaceholders,
} from '@repere/db/vocabulary/template-purpose.ts'

/** What a template's places are filled with. Null: not known of this case. */
export type TemplateFacts = Partial<Record<TemplatePlaceholder, string | null>>

const place = /\{(\w+)\}/g

/** The places in a text that a template of this purpose cannot have, as written, each once. */
export const findUnknownPlaces = (purpose: TemplatePurpose, text: string): string[] => {
  const known: readonly string[] = templatePlaceholders[subjectOf(purpose)]
  return [...new Set([...text.matchAll(place)].map(([, name = '']) => name))].filter(
    (name) => !known.includes(name),
  )
}

const unknown: Record<Locale, string> = { fr: 'non indiqué', en: 'not given' }

/** The text of one case: every known place filled, in the reader's language; other braces stay as typed. */
export const fillPlaces = (text: string, facts: TemplateFacts, locale: Locale): string =>
  text.replace(place, (typed, name: string) =>
    Object.hasOwn(facts, name) ? (facts[name as TemplatePlaceholder] ?? unknown[locale]) : typed,
  )

/** A day as a sentence says it: « 8 mars 2027 », “8 March 2027”. */
export const sayDay = (day: Day | null, locale: Locale): string | null =>
  day &&
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

export interface TemplateFields {
  purpose: TemplatePurpose
  withdrawalCode: string | null
  textFr: string
  textEn: string
}

/** What is wrong with a template as a registrar typed it, by field. */
export const checkTemplate = ({ purpose, withdrawalCode, textFr, textEn }: TemplateFields) => {
  const withdraws: CredentialDecision = 'withdraw'
  const places = ({ at, text }: { at: 'textFr' | 'textEn'; text: string }) =>
    findUnknownPlaces(purpose, text).map((name) => ({ at, because: 'unknown-place' as const, name }))
  return [
    ...places({ at: 'textFr', text: textFr }),
    ...places({ at: 'textEn', text: textEn }),
    ...(withdrawalCode !== null && purpose !== `credential-${withdraws}`
      ? [
          {
            at: 'withdrawalCode' as const,
            because: 'code-only-for-withdrawal' as const,
            name: withdrawalCode,
          },
        ]
      : []),
  ]
}
