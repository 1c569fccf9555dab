/** A working language: ISO 639-1, plus three sign languages by their usual letters. */
export interface Language {
  code: string
  nameFr: string
  nameEn: string
}

export const languages = [
  { code: 'fr', nameFr: 'français', nameEn: 'French' },
  { code: 'en', nameFr: 'anglais', nameEn: 'English' },
  { code: 'ar', nameFr: 'arabe', nameEn: 'Arabic' },
  { code: 'br', nameFr: 'breton', nameEn: 'Breton' },
  { code: 'ca', nameFr: 'catalan', nameEn: 'Catalan' },
  { code: 'co', nameFr: 'corse', nameEn: 'Corsican' },
  { code: 'cs', nameFr: 'tchèque', nameEn: 'Czech' },
  { code: 'da', nameFr: 'danois', nameEn: 'Danish' },
  { code: 'de', nameFr: 'allemand', nameEn: 'German' },
  { code: 'el', nameFr: 'grec', nameEn: 'Greek' },
  { code: 'es', nameFr: 'espagnol', nameEn: 'Spanish' },
  { code: 'eu', nameFr: 'basque', nameEn: 'Basque' },
  { code: 'fa', nameFr: 'persan', nameEn: 'Persian' },
  { code: 'fi', nameFr: 'finnois', nameEn: 'Finnish' },
  { code: 'he', nameFr: 'hébreu', nameEn: 'Hebrew' },
  { code: 'hi', nameFr: 'hindi', nameEn: 'Hindi' },
  { code: 'hr', nameFr: 'croate', nameEn: 'Croatian' },
  { code: 'hu', nameFr: 'hongrois', nameEn: 'Hungarian' },
  { code: 'it', nameFr: 'italien', nameEn: 'Italian' },
  { code: 'ja', nameFr: 'japonais', nameEn: 'Japanese' },
  { code: 'ko', nameFr: 'coréen', nameEn: 'Korean' },
  { code: 'lb', nameFr: 'luxembourgeois', nameEn: 'Luxembourgish' },
  { code: 'nl', nameFr: 'néerlandais', nameEn: 'Dutch' },
  { code: 'no', nameFr: 'norvégien', nameEn: 'Norwegian' },
  { code: 'oc', nameFr: 'occitan', nameEn: 'Occitan' },
  { code: 'pl', nameFr: 'polonais', nameEn: 'Polish' },
  { code: 'pt', nameFr: 'portugais', nameEn: 'Portuguese' },
  { code: 'ro', nameFr: 'roumain', nameEn: 'Romanian' },
  { code: 'ru', nameFr: 'russe', nameEn: 'Russian' },
  { code: 'sr', nameFr: 'serbe', nameEn: 'Serbian' },
  { code: 'sv', nameFr: 'suédois', nameEn: 'Swedish' },
  { code: 'ta', nameFr: 'tamoul', nameEn: 'Tamil' },
  { code: 'tr', nameFr: 'turc', nameEn: 'Turkish' },
  { code: 'uk', nameFr: 'ukrainien', nameEn: 'Ukrainian' },
  { code: 'vi', nameFr: 'vietnamien', nameEn: 'Vietnamese' },
  { code: 'wo', nameFr: 'wolof', nameEn: 'Wolof' },
  { code: 'zh', nameFr: 'chinois', nameEn: 'Chinese' },
  { code: 'lsf', nameFr: 'langue des signes française (LSF)', nameEn: 'French Sign Language (LSF)' },
  { code: 'bsl', nameFr: 'langue des signes britannique (BSL)', nameEn: 'British Sign Language (BSL)' },
  { code: 'asl', nameFr: 'langue des signes américaine (ASL)', nameEn: 'American Sign Language (ASL)' },
] as const satisfies readonly Language[]

export type LanguageCode = (typeof languages)[number]['code']

export const languageCodes: readonly LanguageCode[] = languages.map((language) => language.code)

/** How well: mother tongue, then the levels of the Common European Framework. */
export const languageLevels = ['native', 'C2', 'C1', 'B2', 'B1', 'A2', 'A1'] as const

export type LanguageLevel = (typeof languageLevels)[number]
