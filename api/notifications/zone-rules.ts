/** Where nobody said where they live, it is morning in Paris. */
export const usualZone = 'Europe/Paris'

/** The time zone of a country that has one alone, by its two letters; of others nobody can say where somebody is. */
export const zoneOfCountry = (country: string): string | undefined => {
  if (!/^[A-Z]{2}$/.test(country)) return undefined
  const [zone, ...others] = new Intl.Locale(`und-${country}`).getTimeZones() ?? []
  return others.length === 0 ? zone : undefined
}
