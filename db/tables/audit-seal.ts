import { column, type Dictionary } from './dictionary.ts'

/** The chain over the audit trail: one seal per entry, each over the entry and the seal before it. */
export interface AuditSealTable {
  eventId: number
  hash: Buffer
}

export const auditSeal: Dictionary<AuditSealTable> = {
  eventId: column('of which entry', 'registrar', 'audit'),
  hash: column('keyed hash over the entry and the seal before it', 'registrar', 'audit'),
}
