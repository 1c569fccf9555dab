import type { CompanyState } from '@repere/db/vocabulary/company.ts'

/** What a production may want to do as a company. */
export const companyActs = [
  'search',
  'describe-projects',
  'read-own-bookings',
  'read-reserved',
  'ask',
  'be-accepted',
  'confirm',
  'write-before-acceptance',
  'write-after-acceptance',
  'leave',
] as const

export type CompanyAct = (typeof companyActs)[number]

/** What is open to everybody: to look, to prepare, to read and to keep or leave what stands. */
const alwaysOpen: readonly CompanyAct[] = [
  'search',
  'describe-projects',
  'read-own-bookings',
  'write-after-acceptance',
  'leave',
]

/**
 * What each state opens. Only a verified company reads what is kept for verified ones, asks and confirms. A refused one
 * finishes what it began while it was verified; a suspended one gets nobody's contact and reaches nobody new, but still
 * reads, leaves, and writes to those who had accepted: they may be on a set with it tomorrow.
 */
const openTo = {
  unverified: [...alwaysOpen, 'be-accepted', 'write-before-acceptance'],
  verified: companyActs,
  refused: [...alwaysOpen, 'be-accepted', 'write-before-acceptance'],
  suspended: alwaysOpen,
} as const satisfies Record<CompanyState, readonly CompanyAct[]>

export const canCompany = (state: CompanyState, act: CompanyAct): boolean =>
  (openTo[state] as readonly CompanyAct[]).includes(act)

/** Countries and territories whose establishments carry a SIRET. */
const siretCountries = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'BL', 'MF', 'PM'])

/** La Poste's SIREN: its thousands of establishments outnumber what Luhn's formula can number. */
const laPoste = '356000000'

export type RegistrationCheck =
  | { ok: true; registration: string }
  | { ok: false; because: 'siret-length' | 'siret-checksum' | 'registration-length' }

/**
 * A registration number as it is kept. French ones are a SIRET: 14 digits, spaces and dots dropped, Luhn's
 * formula over all of them; La Poste's may instead have a digit sum divisible by 5 (INSEE, Sirene). Elsewhere
 * there is no one form: 3 to 40 characters, inner spaces folded.
 */
export const checkRegistration = (country: string, text: string): RegistrationCheck => {
  if (!siretCountries.has(country)) {
    const registration = text.trim().replace(/\s+/gu, ' ')
    return registration.length >= 3 && registration.length <= 40
      ? { ok: true, registration }
      : { ok: false, because: 'registration-length' }
  }
  const siret = text.replace(/[\s.]/gu, '')
  if (!/^\d{14}$/.test(siret)) return { ok: false, because: 'siret-length' }
  return isSiret(siret) ? { ok: true, registration: siret } : { ok: false, because: 'siret-checksum' }
}

const isSiret = (digits: string): boolean =>
  !/^0{9}/.test(digits) &&
  (luhnSum(digits) % 10 === 0 || (digits.startsWith(laPoste) && plainSum(digits) % 5 === 0))

/** Luhn's sum: every second digit from the right doubled, and its own digits added. */
const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)

const plainSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0)
