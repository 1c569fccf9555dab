import type { Db, Trx } from '@repere/db'
import { type Day, dayIn } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { replayedOn } from '@repere/search'
import type { Deps } from '../deps.ts'
import type { SavedSearchShape } from './contract.ts'
import { listCatalogueNames, listTold, type SavedSearchRow } from './repository.ts'
import { stateOf } from './rules.ts'
import { type CatalogueNames, sayQuery } from './words.ts'

type Stand = Pick<Deps, 'sealer' | 'clock'>

export const sealOf = ({ sealer }: Pick<Deps, 'sealer'>) => sealer.forPurpose('saved-search')

/** The day of whoever searches, as the parser counts it. */
export const searchToday = ({ clock }: Pick<Deps, 'clock'>): Day => dayIn('UTC', clock.now())

/** What a row asks, and what it is called in both languages. */
export const openRow = (
  { sealer }: Pick<Deps, 'sealer'>,
  { querySealed, nameSealed }: Pick<SavedSearchRow, 'querySealed' | 'nameSealed'>,
  names: CatalogueNames,
) => {
  const seal = sealOf({ sealer })
  const query = seal.open(querySealed)
  const title = { fr: sayQuery(query, names, 'fr'), en: sayQuery(query, names, 'en') }
  return { query, name: nameSealed && seal.open(nameSealed), title }
}

/** How it is called: by the name it was given, else by what it asks. */
export const titleOf = ({ name, title }: ReturnType<typeof openRow>): Record<Locale, string> =>
  name ? { fr: name, en: name } : title

export const readCatalogueNames = async (db: Db | Trx): Promise<CatalogueNames> =>
  new Map(
    (await listCatalogueNames(db)).map(({ code, nameFr, nameEn }): [string, Record<Locale, string>] => [
      code,
      { fr: nameFr, en: nameEn },
    ]),
  )

const mostShown = 5

/** Rows as their owner sees them: of those they told of, only who is published now. */
export const present = async (
  deps: Stand,
  db: Db | Trx,
  rows: readonly SavedSearchRow[],
): Promise<SavedSearchShape[]> => {
  const names = await readCatalogueNames(db)
  const told = await listTold(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { query, name, title } = openRow(deps, row, names)
    const news = told.filter(({ savedSearchId }) => savedSearchId === row.id)
    return {
      id: row.id,
      query,
      open: replayedOn(query, searchToday(deps)) ?? null,
      name,
      title,
      state: stateOf(row),
      endedBecause: row.endedBecause,
      endsOn: row.endsOn,
      createdAt: row.createdAt.toISOString(),
      lookedAt: row.lookedAt.toISOString(),
      deletedAt: row.deletedAt?.toISOString() ?? null,
      news: news.length,
      latest: news.slice(0, mostShown).map(({ slug, displayName, toldAt }) => ({
        slug,
        displayName,
        toldAt: (toldAt ?? row.createdAt).toISOString(),
      })),
    }
  })
}
