import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dictionary } from '../tables/all.ts'
import { linksOf, ownTables } from '../tables/belonging.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const toCamel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Every column of every table and view, as `table.column` in the spelling of the dictionary. */
const storedColumns = async () => {
  // The owner looks: information_schema hides from a role what it may not read.
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and not starts_with(table_name, 'kysely_')`.execute(database.ownerDb)
  return rows.map(({ name }) => toCamel(name)).sort()
}

const taggedColumns = () =>
  Object.entries(dictionary)
    .flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`))
    .sort()

describe('the data dictionary', () => {
  test('names every table and column of the database, and nothing else', async () => {
    expect(taggedColumns()).toEqual(await storedColumns())
  })

  test('says of every column what it is for', () => {
    for (const [table, columns] of Object.entries(dictionary))
      for (const [column, tag] of Object.entries(columns))
        expect(tag.purpose.trim(), `${table}.${column}`).not.toBe('')
  })

  test('exports to a person only what that person may see', () => {
    for (const [table, columns] of Object.entries(dictionary))
      for (const [column, tag] of Object.entries(columns))
        if (tag.mine) expect(tag.seenBy, `${table}.${column}`).not.toBe('nobody')
  })

  test('knows of every table with something of a person whose its rows are, so that an export finds them', () => {
    const lost = ownTables().filter(({ table }) => linksOf(table).length === 0)
    expect(lost.map(({ table }) => table)).toEqual([])
  })

  test('a column nobody tagged is seen', async () => {
    await sql`alter table account add column nick_name text`.execute(database.ownerDb)
    const untagged = (await storedColumns()).filter((name) => !taggedColumns().includes(name))
    expect(untagged).toEqual(['account.nickName'])
  })
})
