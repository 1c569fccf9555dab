/** Where an imported list stands. */
export const importStates = ['draft', 'checking', 'checked', 'sending', 'done', 'cancelled'] as const

export type ImportState = (typeof importStates)[number]

/** Where one line of it stands: `problem` must be corrected, `skipped` needs nothing. */
export const importRowStates = ['waiting', 'ready', 'problem', 'skipped', 'invited'] as const

export type ImportRowState = (typeof importRowStates)[number]

/** What a column of a list can fill. */
export const importFields = [
  'email',
  'name',
  'given-name',
  'family-name',
  'discipline',
  'title',
  'headline',
  'region',
] as const

export type ImportField = (typeof importFields)[number]

/** What stands against a line. The last four need no correction: there is nobody to invite. */
export const importProblems = [
  'email-missing',
  'email-wrong',
  'name-missing',
  'name-too-long',
  'discipline-unknown',
  'region-unknown',
  'title-too-long',
  'title-claims-certification',
  'headline-too-long',
  'text-unreadable',
  'too-many-cells',
  'duplicate-row',
  'has-account',
  'invited-already',
  'mail-refused',
] as const

export type ImportProblem = (typeof importProblems)[number]

/** Why a file cannot be read as a list. */
export const listFaults = [
  'empty',
  'workbook',
  'not-text',
  'unreadable-character',
  'quote-unclosed',
  'quote-misplaced',
  'headings-only',
  'too-many-rows',
  'too-many-columns',
  'cell-too-long',
] as const

export type ListFault = (typeof listFaults)[number]

/** How a file wrote its letters. */
export const listEncodings = ['utf-8', 'utf-16', 'windows-1252', 'mixed'] as const

export type ListEncoding = (typeof listEncodings)[number]

/** What stands between two cells. */
export const listSeparators = ['comma', 'semicolon', 'tab'] as const

export type ListSeparator = (typeof listSeparators)[number]
