import type { Locale, PublicProfile, Reference } from '@repere/api/client.ts'
import { countryName } from '../words/countries.ts'
import { namesIn } from './reference.ts'

/** What a profile page needs beside the profile: names in the reader's language, by code. */
export const profileWords = (reference: Reference, profile: PublicProfile, locale: Locale) => ({
  names: {
    ...namesIn(reference, locale),
    countries: Object.fromEntries((profile.countries ?? []).map((code) => [code, countryName(code, locale)])),
  },
  issuers: Object.fromEntries(
    reference.credentials.map(({ code, issuer, country }) => [
      code,
      withCountry(issuer, countryName(country, locale)),
    ]),
  ),
  inCreation: reference.credentials.some(
    ({ status, disciplines }) =>
      status === 'in-creation' && disciplines.some((discipline) => profile.disciplines.includes(discipline)),
  ),
})

export type ProfileWords = ReturnType<typeof profileWords>

/** « CPNEF de l’audiovisuel, France »; an issuer that names its country is left alone. */
const withCountry = (issuer: string, country: string) =>
  issuer.endsWith(country) ? issuer : `${issuer}, ${country}`
