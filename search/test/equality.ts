import type { Db } from '@repere/db'
import { connectMeili, type MeiliAddress } from '../meilisearch/client.ts'
import { readCatalogue } from '../postgres/catalogue.ts'
import { firstId, readDocuments, readPublishedAfter } from '../sync/documents.ts'
import { openIndex } from '../sync/index-writer.ts'

/** How many people an index holds otherwise than the tables do: missing, different, or one too many. */
export const countDifferences = async (
  db: Db,
  meili: MeiliAddress,
  indexName: string,
  moment: Date,
): Promise<number> => {
  const held = await openIndex(meili, indexName).hashes()
  const ids = await readPublishedAfter(db, firstId, 100_000)
  const { documents } = await readDocuments(db, ids, (await readCatalogue(db)).lexicon, moment)
  const wrong = documents.filter(({ id, hash }) => held.get(id) !== hash).length
  const extra = [...held.keys()].filter((id) => !ids.includes(id)).length
  return wrong + extra
}

/** Takes an index away from its server, with all it holds and with the keys that open it. */
export const wipe = async (meili: MeiliAddress, indexName: string): Promise<void> => {
  const client = connectMeili(meili, 5_000)
  const { results } = await client.getKeys({ limit: 1_000 })
  for (const { uid, indexes } of results) if (indexes.includes(indexName)) await client.deleteKey(uid)
  await openIndex(meili, indexName).drop()
}
