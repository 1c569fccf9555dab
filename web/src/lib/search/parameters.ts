/** The parameters of a search, in the order of its one exact form; days and what qualifies the answer come after. */
export const narrowing = [
  'q',
  'discipline',
  'credential',
  'credentialState',
  'region',
  'language',
  'specialism',
] as const

export const qualifying = ['availability', 'sort', 'seed', 'page'] as const

/** Days come as a run, or as a list. */
export const dayNames = ['from', 'to', 'days'] as const

/** Parameters that widen a search with each value; of the others the last one counts. */
export const repeating: readonly string[] = ['credential', 'region', 'language', 'specialism']

/** What a search is when nothing else is said: never written in the address. */
export const silent: Record<string, string> = { availability: 'free', sort: 'relevance', page: '1' }

/** What the asked days must be, from the strictest to the widest. */
export const availabilities = ['free', 'optionable', 'some', 'any'] as const
