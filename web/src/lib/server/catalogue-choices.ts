import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '../api.ts'
import { countryChoices } from '../words/countries.ts'
import { bodyOf } from './answer.ts'

/** What the form of an entry chooses from: countries, and the credentials a threshold may lead to. */
export async function choicesFor(event: RequestEvent) {
  const { locale } = event.locals
  const { credentials } = await bodyOf(await apiFor(event).reference.$get())
  return {
    countries: countryChoices(locale),
    credentials: credentials.map(({ code, nameFr, nameEn }) => ({
      value: code,
      label: locale === 'fr' ? nameFr : nameEn,
    })),
  }
}
