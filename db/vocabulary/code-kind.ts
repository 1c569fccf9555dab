/** What a code that people are found by is a code of. */
export const codeKinds = ['discipline', 'region', 'language', 'specialism', 'credential'] as const

export type CodeKind = (typeof codeKinds)[number]
