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
