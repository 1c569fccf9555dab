import { isDeepStrictEqual } from 'node:util'
import type { EnqueuedTaskPromise, Meilisearch } from 'meilisearch'
import type { SearchDocument } from '../coordinators/document.ts'
import { codeOf, connectMeili, type MeiliAddress } from '../meilisearch/client.ts'
import { settings } from '../meilisearch/settings.ts'

/** Writes to one index. Everything here returns once the server has done it: its 202 only says that it will. */
export interface IndexWriter {
  name: string
  /** When it was created, which changes when the server lost it; undefined while there is none. */
  createdAt(): Promise<string | undefined>
  count(): Promise<number>
  create(): Promise<void>
  drop(): Promise<void>
  /** Sends the settings if they differ from the server's. */
  settle(): Promise<void>
  put(documents: readonly SearchDocument[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  /** What it holds: the hash of each document, by id. */
  hashes(): Promise<Map<string, string>>
  /** Takes the place and name of another index; that one, where there is one, gets this name. */
  takePlaceOf(other: IndexWriter): Promise<void>
}

/** Short enough that a server that hung and came back is caught up with within seconds; a question takes less. */
const requestTimeoutMs = 6_000
const questionTimeoutMs = 3_000
const taskTimeoutMs = 600_000
const pageSize = 5_000

export const openIndex = (address: MeiliAddress, name: string): IndexWriter => {
  const client = connectMeili(address, requestTimeoutMs)
  const index = client.index<SearchDocument>(name)
  const asked = connectMeili(address, questionTimeoutMs).index<SearchDocument>(name)
  const createdAt = () =>
    asked.getRawInfo().then(
      (info) => info.createdAt,
      (error: unknown) => {
        if (codeOf(error) === 'index_not_found') return undefined
        throw error
      },
    )
  return {
    name,
    createdAt,
    async count() {
      return (await asked.getStats()).numberOfDocuments
    },
    create: () => done(client, client.createIndex(name, { primaryKey: 'id' })),
    async drop() {
      if ((await createdAt()) !== undefined) await done(client, client.deleteIndex(name))
    },
    async settle() {
      const current: Record<string, unknown> = { ...(await index.getSettings()) }
      const differs = Object.entries(settings).some(([key, value]) => !isLike(current[key], value))
      if (differs) await done(client, index.updateSettings(settings))
    },
    async put(documents) {
      if (documents.length > 0) await done(client, index.addDocuments([...documents]))
    },
    async remove(ids) {
      if (ids.length > 0) await done(client, index.deleteDocuments([...ids]))
    },
    async hashes() {
      const found = new Map<string, string>()
      for (let offset = 0; ; offset += pageSize) {
        const { results } = await index.getDocuments({ fields: ['id', 'hash'], limit: pageSize, offset })
        for (const { id, hash } of results) found.set(id, hash)
        if (results.length < pageSize) return found
      }
    },
    async takePlaceOf(other) {
      const rename = (await other.createdAt()) === undefined
      await done(client, client.swapIndexes([{ indexes: [name, other.name], rename }]))
    },
  }
}

const done = async (client: Meilisearch, enqueued: EnqueuedTaskPromise): Promise<void> => {
  const task = await client.tasks.waitForTask(await enqueued, { timeout: taskTimeoutMs, interval: 10 })
  if (task.status !== 'succeeded')
    throw new Error(`search server: ${task.type} ${task.status}: ${task.error?.message ?? 'no reason given'}`)
}

/** Whether the server's settings hold what is wanted: lists regardless of order, and whatever defaults it adds. */
const isLike = (current: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted))
    return Array.isArray(current) && isDeepStrictEqual(current.map(toKey).sort(), wanted.map(toKey).sort())
  if (typeof wanted === 'object' && wanted !== null)
    return Object.entries(wanted).every(([key, value]) =>
      isLike((current as Record<string, unknown>)?.[key], value),
    )
  return current === wanted
}

const toKey = (value: unknown) => JSON.stringify(value)
