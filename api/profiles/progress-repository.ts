import type { Db } from '@repere/db'
import { sql } from 'kysely'

/** What registries ask for, of those that list people of these professions. */
export const listThresholds = (db: Db, disciplines: readonly string[]) =>
  db
    .selectFrom('threshold')
    .leftJoin('credentialType', 'credentialType.code', 'threshold.credentialCode')
    .select(['threshold.code', 'threshold.credentialCode', 'threshold.nameFr', 'threshold.nameEn'])
    .select(['threshold.years', 'threshold.credits', 'threshold.daysOnSet', 'threshold.productions'])
    .select(['threshold.factsFr', 'threshold.facts', 'threshold.sourceUrl', 'threshold.confidence'])
    .select('threshold.checkedOn')
    .where('threshold.retiredAt', 'is', null)
    .where(({ or, eb }) =>
      or([
        eb('threshold.credentialCode', 'is', null),
        sql<boolean>`credential_type.disciplines && ${disciplines}::text[]`,
      ]),
    )
    .orderBy('threshold.position')
    .orderBy('threshold.code')
    .execute()
