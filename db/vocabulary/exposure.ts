/** By what the first places of searches are measured. */
export const exposureFacets = ['discipline', 'region', 'language', 'evidence'] as const

export type ExposureFacet = (typeof exposureFacets)[number]
