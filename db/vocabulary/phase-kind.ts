/** Phases of a project, each with its own days. */
export const phaseKinds = [
  'script-reading',
  'prep',
  'casting-support',
  'rehearsal',
  'shoot',
  'wrap',
  'post',
  'report',
] as const

export type PhaseKind = (typeof phaseKinds)[number]

const exclusiveOnSite: readonly PhaseKind[] = ['casting-support', 'rehearsal', 'shoot', 'wrap', 'post']

/** Whether a day of this phase keeps the person from working elsewhere, unless the production says otherwise. */
export const isExclusiveByDefault = (kind: PhaseKind, remote: boolean): boolean =>
  !remote && exclusiveOnSite.includes(kind)
