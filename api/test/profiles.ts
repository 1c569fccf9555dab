/** Where a coordinator reads and writes their own profile. */
export const profilePath = '/api/me/profile'

/** A profile with all that publishing asks for. */
export const fullProfile = {
  displayName: 'Maëlle Kervadec',
  disciplines: ['intimacy'],
  titleForm: "coordinatrice d'intimité",
  levels: { intimacy: 'experienced' },
  headline: { fr: 'Prépare chaque scène', en: 'Prepares every scene' },
  bio: { fr: 'Je lis le scénario.' },
  baseRegion: 'FR-BRE',
  regions: ['FR-BRE', 'FR-PDL'],
  languages: [{ code: 'fr', level: 'native' }],
  specialisms: ['nudity'],
  timeZone: 'Europe/Paris',
}
