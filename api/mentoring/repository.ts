import type { Db, Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { MentoringSide } from '@repere/db/vocabulary/mentoring.ts'
import { sql } from 'kysely'
import type { Candidate } from './rules.ts'

/** A live pair as one of its two people reads it. */
export interface Pair {
  id: string
  /** Null while the other person is not public. */
  slug: string | null
  displayName: string
  discipline: Discipline
  /** The reader's own side. */
  side: MentoringSide
  askedBy: MentoringSide
  askedAt: Date
  acceptedAt: Date | null
}

/** The live pairs of an account; what was asked by somebody who is public no more waits out of sight. */
export const listPairs = (db: Db | Trx, accountId: string): Promise<Pair[]> =>
  selectPairs(db, accountId).orderBy('pair.askedAt', 'desc').execute()

export const findPair = (db: Db | Trx, accountId: string, id: string): Promise<Pair | undefined> =>
  selectPairs(db, accountId).where('pair.id', '=', id).executeTakeFirst()

const selectPairs = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('mentoringPair as pair')
    .innerJoin('coordinator as me', (join) =>
      join.on(({ or, eb }) =>
        or([eb('me.id', '=', eb.ref('pair.traineeId')), eb('me.id', '=', eb.ref('pair.leadId'))]),
      ),
    )
    .innerJoin('coordinator as other', (join) =>
      join
        .on(({ or, eb }) =>
          or([eb('other.id', '=', eb.ref('pair.traineeId')), eb('other.id', '=', eb.ref('pair.leadId'))]),
        )
        .onRef('other.id', '<>', 'me.id'),
    )
    .leftJoin('publishedCoordinator as shown', 'shown.coordinatorId', 'other.id')
    .select(['pair.id', 'other.displayName', 'pair.discipline', 'pair.askedBy', 'pair.askedAt'])
    .select([
      'pair.acceptedAt',
      sql<string | null>`case when shown.coordinator_id is not null then other.slug end`.as('slug'),
      sql<MentoringSide>`case when pair.lead_id = me.id then 'lead' else 'trainee' end`.as('side'),
    ])
    .where('me.accountId', '=', accountId)
    .where('other.accountId', 'is not', null)
    .where('pair.endedAt', 'is', null)
    .where(({ or, eb }) =>
      or([eb('pair.acceptedAt', 'is not', null), eb('shown.coordinatorId', 'is not', null)]),
    )

export interface PairPerson extends Candidate {
  coordinatorId: string
  accountId: string
  email: string
  locale: Locale
  displayName: string
}

/** Somebody public as a candidate for one side, by address of the page or by account. */
export const findPublicPerson = async (
  trx: Trx,
  who: { slug: string } | { accountId: string },
  discipline: Discipline,
  today: Day,
): Promise<PairPerson | undefined> => {
  const level = discipline === 'intimacy' ? 'coordinator.levelIntimacy' : 'coordinator.levelEcoProduction'
  const query = trx
    .selectFrom('coordinator')
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .select(['coordinator.id as coordinatorId', 'account.id as accountId', 'account.email', 'account.locale'])
    .select(['coordinator.displayName', 'coordinator.disciplines', `${level} as level`])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('credentialStanding as standing')
          .innerJoin('credentialType', 'credentialType.code', 'standing.code')
          .select('standing.code')
          .whereRef('standing.coordinatorId', '=', 'coordinator.id')
          .where('credentialType.kind', '=', 'certification')
          .where('credentialType.disciplines', '@>', sql<Discipline[]>`array[${discipline}]`)
          .where(
            sql<string>`credential_state(standing.standing, standing.ends_on, ${today})`,
            '=',
            'confirmed',
          ),
      )
        .$castTo<boolean>()
        .as('certified'),
    )
  return 'slug' in who
    ? query.where('coordinator.slug', '=', who.slug).executeTakeFirst()
    : query.where('account.id', '=', who.accountId).executeTakeFirst()
}

/** Whether the same side asked for this pair after an instant, and it ended without an agreement. */
export const wasAskedInVain = async (
  trx: Trx,
  pair: { traineeId: string; leadId: string; discipline: Discipline; askedBy: MentoringSide },
  since: Date,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('mentoringPair')
    .select('id')
    .where('traineeId', '=', pair.traineeId)
    .where('leadId', '=', pair.leadId)
    .where('discipline', '=', pair.discipline)
    .where('askedBy', '=', pair.askedBy)
    .where('acceptedAt', 'is', null)
    .where('endedAt', '>', since)
    .executeTakeFirst()
  return row !== undefined
}

export const insertPair = async (
  trx: Trx,
  pair: { traineeId: string; leadId: string; discipline: Discipline; askedBy: MentoringSide; askedAt: Date },
): Promise<string> => {
  const { id } = await trx
    .insertInto('mentoringPair')
    .values({
      traineeId: pair.traineeId,
      leadId: pair.leadId,
      discipline: pair.discipline,
      askedBy: pair.askedBy,
      askedAt: pair.askedAt,
      acceptedAt: null,
      endedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whom to tell at the other end of a pair. */
export const findOtherAccount = (db: Db | Trx, pairId: string, accountId: string) =>
  db
    .selectFrom('mentoringPair as pair')
    .innerJoin('coordinator', (join) =>
      join.on(({ or, eb }) =>
        or([
          eb('coordinator.id', '=', eb.ref('pair.traineeId')),
          eb('coordinator.id', '=', eb.ref('pair.leadId')),
        ]),
      ),
    )
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .select(['account.id as accountId', 'account.email', 'account.locale'])
    .where('pair.id', '=', pairId)
    .where('account.id', '<>', accountId)
    .executeTakeFirst()

/** Locks a live pair against the other side's move of the same moment. */
export const lockPair = (trx: Trx, id: string) =>
  trx
    .selectFrom('mentoringPair')
    .select('id')
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const acceptPair = async (trx: Trx, id: string, now: Date): Promise<void> => {
  await trx.updateTable('mentoringPair').set({ acceptedAt: now }).where('id', '=', id).execute()
}

export const endPair = async (trx: Trx, id: string, now: Date): Promise<void> => {
  await trx.updateTable('mentoringPair').set({ endedAt: now }).where('id', '=', id).execute()
}
