import type { Discipline } from './discipline.ts'

/** Levels a person declares, per discipline. "Certified" is never declared: it follows from credentials. */
export const levels = {
  intimacy: ['in-training', 'experienced'],
  'eco-production': ['assistant', 'coordinator', 'lead'],
} as const satisfies Record<Discipline, readonly string[]>

export type Level<D extends Discipline = Discipline> = (typeof levels)[D][number]
