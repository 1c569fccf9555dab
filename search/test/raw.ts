import type { Db } from '@repere/db'
import type { SearchDocument } from '../coordinators/document.ts'
import { readCatalogue } from '../postgres/catalogue.ts'
import { firstId, readDocuments, readPublishedAfter } from '../sync/documents.ts'

export { settings } from '../meilisearch/settings.ts'

/** Everything an index of these people holds, so many at a time: for filling one without the product. */
export const readAllDocuments = async function* (db: Db, perChunk: number): AsyncGenerator<SearchDocument[]> {
  const { lexicon } = await readCatalogue(db)
  for (let last = firstId; ; ) {
    const ids = await readPublishedAfter(db, last, perChunk)
    if (ids.length === 0) return
    yield (await readDocuments(db, ids, lexicon, new Date())).documents
    last = ids.at(-1) ?? last
  }
}
