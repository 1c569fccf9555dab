import type { Generated } from 'kysely'
import type { Discipline } from '../vocabulary/discipline.ts'
import type { MentoringSide } from '../vocabulary/mentoring.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A person in training and one who leads, asked by one of them; both show it once both agreed. */
export interface MentoringPairTable {
  id: Generated<string>
  traineeId: string
  leadId: string
  discipline: Discipline
  askedBy: MentoringSide
  askedAt: Date
  acceptedAt: Date | null
  endedAt: Date | null
}

export const mentoringPair: Dictionary<MentoringPairTable> = {
  id: column('opaque identity', 'owner', 'account'),
  traineeId: column('who learns', 'choice', 'account', 'mine'),
  leadId: column('who leads', 'choice', 'account', 'mine'),
  discipline: column('in which profession', 'choice', 'account', 'mine'),
  askedBy: column('which side asked', 'owner', 'account', 'mine'),
  askedAt: column('since when it waits', 'owner', 'account', 'mine'),
  acceptedAt: column('since when both agree', 'choice', 'account', 'mine'),
  endedAt: column('until when', 'owner', 'account', 'mine'),
}
