import type { Generated } from 'kysely'
import type { Day } from '../vocabulary/day.ts'
import type { Medium } from '../vocabulary/medium.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Something a coordinator worked on, as they tell it. */
export interface CreditTable {
  id: Generated<string>
  coordinatorId: string
  position: number
  kind: Medium
  year: number
  role: string
  title: string | null
  production: string | null
  link: string | null
  confidentialUntil: Day | null
  sealed: Buffer | null
  createdAt: Date
  updatedAt: Date
}

export const credit: Dictionary<CreditTable> = {
  id: column('opaque identity', 'owner', 'account'),
  coordinatorId: column('whose', 'nobody', 'account'),
  position: column('place in the list', 'choice', 'account', 'mine'),
  kind: column('what was made', 'choice', 'account', 'mine'),
  year: column('when', 'choice', 'account', 'mine'),
  role: column('what the person did', 'choice', 'account', 'mine'),
  title: column('title of the work', 'choice', 'account', 'mine'),
  production: column('who produced it', 'choice', 'account', 'mine'),
  link: column('a public page on the work', 'choice', 'account', 'mine'),
  confidentialUntil: column('last day of silence on the title', 'owner', 'account', 'mine'),
  sealed: column('title, production and link while silence lasts', 'owner', 'account', 'mine'),
  createdAt: column('age', 'owner', 'account', 'mine'),
  updatedAt: column('last change', 'owner', 'account', 'mine'),
}
