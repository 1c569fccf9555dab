import type { Caller } from '../world.ts'

/** Something with an id of its own: who may know of it. For everybody else it must be as if it were not there. */
export interface Thing {
  id: string
  known: readonly Caller[]
}
