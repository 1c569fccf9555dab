import { ordersByCoverage } from '../coordinators/filters.ts'
import type { Engine } from '../engine.ts'
import { type Ask, createAsk } from './ask.ts'
import { type MeiliAddress, takeSearchKey } from './client.ts'
import { findCovered, type ReadCoverage } from './covered.ts'
import { conditionsOf } from './groups.ts'
import { findNames } from './names.ts'
import { findPage, toCountQuery } from './page.ts'
import { createPost } from './post.ts'

/** Longer than any healthy answer takes; then the database stands in. */
const patienceMs = 300

/**
 * The search server. One request holds the page and a count for every group in use. Throws whatever goes wrong, a
 * refused filter included: never an empty list instead.
 */
export const createMeilisearchEngine = (
  address: MeiliAddress,
  indexName: string,
  readCoverage: ReadCoverage,
  timeoutMs = patienceMs,
): Engine => {
  let opened: Promise<Ask> | undefined
  const open = async () => {
    const key = await takeSearchKey(address, indexName, timeoutMs)
    return createAsk(createPost({ ...address, key }, timeoutMs), indexName)
  }
  const asking = async <Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> => {
    opened ??= open()
    try {
      return await work(await opened)
    } catch (error) {
      // A server that lost its data lost the key, too.
      opened = undefined
      throw error
    }
  }
  return {
    name: 'meilisearch',
    find: (question) =>
      asking((ask) =>
        ordersByCoverage(question.filters)
          ? findCovered(ask, question, readCoverage)
          : findPage(ask, question),
      ),
    count: (questions) =>
      asking(async (ask) => {
        const answers = await ask(
          questions.map((question) => toCountQuery(question, { conditions: conditionsOf(question) })),
        )
        return answers.map(({ totalHits }) => totalHits)
      }),
    findNames: (question) => asking((ask) => findNames(ask, question)),
  }
}
