import type { Db, Trx } from '@repere/db'
import type { MentoringSide } from '@repere/db/vocabulary/mentoring.ts'
import { sql } from 'kysely'
import type { ShownPair } from './pair-rules.ts'

/** The mentoring pairs of a person that both sides agreed to, while the other side is public. */
export const listPairs = (db: Db | Trx, coordinatorId: string): Promise<ShownPair[]> =>
  db
    .selectFrom('mentoringPair as pair')
    .innerJoin('coordinator as other', (join) =>
      join.on(({ or, and, eb }) =>
        or([
          and([eb('pair.traineeId', '=', coordinatorId), eb('other.id', '=', eb.ref('pair.leadId'))]),
          and([eb('pair.leadId', '=', coordinatorId), eb('other.id', '=', eb.ref('pair.traineeId'))]),
        ]),
      ),
    )
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'other.id')
    .select(['other.slug', 'other.displayName', 'other.visibility', 'pair.discipline'])
    .select(
      sql<MentoringSide>`case when pair.lead_id = ${coordinatorId} then 'trainee' else 'lead' end`.as('side'),
    )
    .where('pair.acceptedAt', 'is not', null)
    .where('pair.endedAt', 'is', null)
    .orderBy('pair.acceptedAt')
    .execute()
