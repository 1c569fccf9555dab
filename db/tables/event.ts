import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Role } from '../vocabulary/role.ts'
import { column, type Dictionary } from './dictionary.ts'

/** The audit trail: append-only, opaque ids and codes. */
export interface EventTable {
  id: GeneratedAlways<number>
  at: Generated<Date>
  actorId: string | null
  actorRole: Role | 'clock' | 'operator' | 'visitor'
  kind: string
  subjectKind: string
  subjectId: string
  facts: ColumnType<Record<string, unknown>, string | undefined, never>
}

export const event: Dictionary<EventTable> = {
  id: column('order', 'registrar', 'audit'),
  at: column('when', 'registrar', 'audit'),
  actorId: column('who, opaque', 'registrar', 'audit'),
  actorRole: column('in what role', 'registrar', 'audit'),
  kind: column('what', 'registrar', 'audit'),
  subjectKind: column('on what kind of thing', 'registrar', 'audit'),
  subjectId: column('on which', 'registrar', 'audit'),
  facts: column('codes, counts, days, versions', 'registrar', 'audit'),
}
