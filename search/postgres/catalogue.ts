import type { Db } from '@repere/db'
import { createLexicon, type Lexicon } from '../coordinators/lexicon.ts'
import type { KnownCodes } from '../coordinators/query-string.ts'

/** What registrars may change under a running search: the codes a query may name, and the words they are found by. */
export interface Catalogue extends KnownCodes {
  lexicon: Lexicon
}

const keptForMs = 5_000

/**
 * Reads the catalogue, and keeps it for some seconds. `fresh` reads it again, at most once a second: for a code that
 * a registrar may have added just now.
 */
export const createCatalogueReader = (db: Db) => {
  let kept: { at: number; catalogue: Promise<Catalogue> } | undefined
  return ({ fresh = false } = {}): Promise<Catalogue> => {
    const age = kept ? performance.now() - kept.at : Number.POSITIVE_INFINITY
    if (kept && age < (fresh ? 1_000 : keptForMs)) return kept.catalogue
    const reading = { at: performance.now(), catalogue: readCatalogue(db) }
    reading.catalogue.catch(() => {
      if (kept === reading) kept = undefined
    })
    kept = reading
    return reading.catalogue
  }
}

export type CatalogueReader = ReturnType<typeof createCatalogueReader>

/** The catalogue as it stands. */
export const readCatalogue = async (db: Db): Promise<Catalogue> => {
  const credentials = await db
    .selectFrom('credentialType')
    .select(['code', 'nameFr', 'nameEn', 'issuer', 'status', 'retiredAt'])
    .execute()
  const specialisms = await db
    .selectFrom('specialism')
    .select(['code', 'nameFr', 'nameEn', 'retiredAt'])
    .execute()
  return {
    credentials: new Set(credentials.map(({ code }) => code)),
    specialisms: new Set(specialisms.map(({ code }) => code)),
    lexicon: createLexicon([
      ...credentials.map(({ code, nameFr, nameEn, issuer, status, retiredAt }) => ({
        kind: 'credential' as const,
        code,
        names: { fr: nameFr, en: nameEn },
        texts: [code, nameFr, nameEn, issuer],
        offered: status !== 'in-creation' && retiredAt === null,
      })),
      ...specialisms.map(({ code, nameFr, nameEn, retiredAt }) => ({
        kind: 'specialism' as const,
        code,
        names: { fr: nameFr, en: nameEn },
        texts: [nameFr, nameEn],
        offered: retiredAt === null,
      })),
    ]),
  }
}
