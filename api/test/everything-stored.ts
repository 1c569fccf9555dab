import { sql } from 'kysely'
import { inject } from 'vitest'
import type { TestApi } from './api.ts'

/** All that the database holds, as text: every row of every table, and every sealed text opened while it can be. */
export const everythingStored = async (api: TestApi): Promise<string> => {
  const { ownerDb } = api.database
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(ownerDb)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(
      ownerDb,
    )
    texts.push(...rows.map(({ text }) => `${name} ${text}`))
  }
  return [...texts, ...(await everythingSealed(api))].join('\n')
}

const everythingSealed = async ({ database: { ownerDb }, deps: { sealer } }: TestApi): Promise<string[]> => {
  const mails = await ownerDb.selectFrom('mail').select('contentSealed').execute()
  const told = await ownerDb.selectFrom('notification').select('contentSealed').execute()
  const kept = await ownerDb.selectFrom('savedSearch').select(['querySealed', 'nameSealed']).execute()
  const answers = await ownerDb.selectFrom('idempotency').select('answerSealed').execute()
  const { rows: keyed } = await sql<{ wrapped: Buffer; sealed: (Buffer | null)[] }>`
    select wrapped, array[title_sealed, code_name_sealed, brief_sealed] as sealed
      from project join sealing_key on sealing_key.id = project.sealing_key_id where wrapped is not null
    union all select wrapped, array[past_brief.brief_sealed]
      from past_brief join project on project.id = project_id
      join sealing_key on sealing_key.id = project.sealing_key_id where wrapped is not null
    union all select wrapped, array[reason_sealed]
      from booking join sealing_key on sealing_key.id = booking.sealing_key_id where wrapped is not null
    union all select wrapped, array[body_sealed]
      from booking_message join booking on booking.id = booking_id
      join sealing_key on sealing_key.id = booking.sealing_key_id where wrapped is not null
    union all select wrapped_key, array[body_sealed]
      from inquiry_message join inquiry on inquiry.id = inquiry_id`.execute(ownerDb)
  return [
    ...mails.flatMap(({ contentSealed }) =>
      contentSealed ? sealer.forPurpose('mail').open(contentSealed) : [],
    ),
    ...told.map(({ contentSealed }) => sealer.forPurpose('notification').open(contentSealed)),
    ...kept.flatMap(({ querySealed, nameSealed }) =>
      [querySealed, nameSealed].flatMap((text) => (text ? sealer.forPurpose('saved-search').open(text) : [])),
    ),
    ...answers.map(({ answerSealed }) => sealer.forPurpose('idempotency').open(answerSealed)),
    ...keyed.flatMap(({ wrapped, sealed }) =>
      sealed.flatMap((bytes) => (bytes ? sealer.withKey(wrapped).open(bytes) : [])),
    ),
  ]
}

/** Every document of the indexes that are this API's own, one being rebuilt beside the other included. */
export const everythingIndexed = async ({ indexName }: TestApi): Promise<string> => {
  const { url, key } = inject('meili')
  const headers = { authorization: `Bearer ${key}` }
  const { results } = (await (await fetch(`${url}/indexes?limit=1000`, { headers })).json()) as {
    results: { uid: string }[]
  }
  const texts = await Promise.all(
    results
      .filter(({ uid }) => indexName && uid.startsWith(indexName))
      .map(async ({ uid }) =>
        (await fetch(`${url}/indexes/${uid}/documents?limit=1000`, { headers })).text(),
      ),
  )
  return texts.join('\n')
}
