import type { Db } from '@repere/db'

/** The catalogue as registrars keep it, each list in its own order. */
export const readCatalogue = async (db: Db) => {
  const [credentials, specialisms, labels, tools] = await Promise.all([
    db
      .selectFrom('credentialType')
      .select(['code', 'disciplines', 'kind', 'issuer', 'country', 'nameFr', 'nameEn', 'status', 'since'])
      .select(['validityMonths', 'registrationNumber', 'facts'])
      .orderBy('position')
      .orderBy('code')
      .execute(),
    db
      .selectFrom('specialism')
      .select(['code', 'discipline', 'nameFr', 'nameEn'])
      .orderBy('position')
      .orderBy('code')
      .execute(),
    db
      .selectFrom('label')
      .select(['code', 'name', 'country', 'facts'])
      .orderBy('position')
      .orderBy('code')
      .execute(),
    db.selectFrom('tool').select(['code', 'name', 'url']).orderBy('position').orderBy('code').execute(),
  ])
  return { credentials, specialisms, labels, tools }
}
