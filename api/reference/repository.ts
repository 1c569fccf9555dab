import type { Db } from '@repere/db'
import { sql } from 'kysely'

const retired = sql<boolean>`retired_at is not null`.as('retired')

/**
 * The catalogue as registrars keep it, each list in its own order. What is retired is there too: whoever holds it must
 * find its name.
 */
export const readCatalogue = async (db: Db) => {
  const [credentials, specialisms, labels, tools] = await Promise.all([
    db
      .selectFrom('credentialType')
      .select(['code', 'disciplines', 'kind', 'issuer', 'country', 'nameFr', 'nameEn', 'status', 'since'])
      .select([
        'validityMonths',
        'registrationNumber',
        'factsFr',
        'facts',
        'sourceUrl',
        'confidence',
        'checkedOn',
        retired,
      ])
      .orderBy('position')
      .orderBy('code')
      .execute(),
    db
      .selectFrom('specialism')
      .select(['code', 'discipline', 'nameFr', 'nameEn', retired])
      .orderBy('position')
      .orderBy('code')
      .execute(),
    db
      .selectFrom('label')
      .select([
        'code',
        'name',
        'name as nameFr',
        'country',
        'factsFr',
        'facts',
        'sourceUrl',
        'confidence',
        'checkedOn',
        retired,
      ])
      .select(({ fn }) => fn.coalesce('nameEn', 'name').as('nameEn'))
      .orderBy('position')
      .orderBy('code')
      .execute(),
    db
      .selectFrom('tool')
      .select(['code', 'name', 'name as nameFr', 'url', retired])
      .select(({ fn }) => fn.coalesce('nameEn', 'name').as('nameEn'))
      .orderBy('position')
      .orderBy('code')
      .execute(),
  ])
  return { credentials, specialisms, labels, tools }
}
