/** What registrars edit: each list under the name it has in the reference. */
export const catalogueLists = ['credentials', 'labels', 'tools', 'specialisms', 'thresholds'] as const

export type CatalogueList = (typeof catalogueLists)[number]

/** Everything that keeps a history of its versions. */
export const revisedKinds = [...catalogueLists, 'job-sheets'] as const

export type RevisedKind = (typeof revisedKinds)[number]

/** What can happen to it. `opened`: what was in creation exists from now on, and can be held. */
export const revisionChanges = [
  'added',
  'edited',
  'retired',
  'restored',
  'moved',
  'opened',
  'put-back',
] as const

export type RevisionChange = (typeof revisionChanges)[number]

/** Whether a fact was read in a source, or a registrar must still check it. */
export const confidences = ['sourced', 'check'] as const

export type Confidence = (typeof confidences)[number]
