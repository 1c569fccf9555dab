import type { SearchEnding } from '@repere/db/vocabulary/saved-search.ts'
import { replayedOn, type Viewer } from '@repere/search'
import { isVerifiedProduction } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import { type SearchNews, savedSearchNews } from '../mail/templates/saved-search-news.ts'
import { notify } from '../notifications/service.ts'
import { type DueAccount, listDue, listDueAccounts, takeDue } from './alert-repository.ts'
import { insertSeen, listPublished } from './repository.ts'
import { mostPeople } from './rules.ts'
import { stopPage, toStopToken } from './stops.ts'
import { openRow, readCatalogueNames, searchToday, titleOf } from './view.ts'
import type { CatalogueNames } from './words.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'search' | 'mailer' | 'sealer' | 'config' | 'log'>

/** What a search is answered: who is found, why it is over, or nothing that can be compared today. */
type Look = { slugs: readonly string[] } | { ended: SearchEnding } | 'not-today'

const batch = 100

/**
 * Looks at every kept search once a morning, and tells its owner who is new to it: all searches of an account in one
 * notice, none when nobody is new. Who is found is asked before anything is locked; taking a search, noting its people
 * and the notice are one transaction. A worker that stopped for days tells once, and two at once tell nothing twice.
 * Where the searches of one account fail, the others are told, and the next turn tries that one again. Says how many
 * were told.
 */
export const tellOfNewPeople = async (deps: Stand, signal?: AbortSignal): Promise<number> => {
  const now = deps.clock.now()
  const look = createLook(deps)
  const names = await readCatalogueNames(deps.db)
  let told = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const due = await listDueAccounts(deps.db, now, after, batch)
    for (const account of due) {
      if (signal?.aborted) return told
      try {
        told += (await tellOne(deps, account, { now, look, names })) ? 1 : 0
      } catch (error) {
        deps.log.error({ error }, 'the kept searches of an account could not be looked at')
      }
    }
    const last = due.at(-1)
    if (!last || due.length < batch) return told
    after = last.id
  }
}

interface Turn {
  now: Date
  look: (query: string, viewer: Viewer) => Promise<Look>
  names: CatalogueNames
}

const tellOne = async (deps: Stand, account: DueAccount, { now, look, names }: Turn): Promise<boolean> => {
  const viewer = { seesAllDays: await isVerifiedProduction(deps.db, account) }
  const looked: (ReturnType<typeof openRow> & { id: string; answer: Look })[] = []
  for (const row of await listDue(deps.db, account.id, account.morning)) {
    const opened = openRow(deps, row, names)
    looked.push({ id: row.id, ...opened, answer: await look(opened.query, viewer) })
  }
  return deps.db.transaction().execute(async (trx) => {
    const news: Omit<SearchNews, 'stopUrl'>[] = []
    for (const { id, query, answer, ...called } of looked) {
      const endedBecause = typeof answer === 'object' && 'ended' in answer ? answer.ended : null
      if (!(await takeDue(trx, id, account.morning, { now, endedBecause }))) continue
      const slugs = typeof answer === 'object' && 'slugs' in answer ? answer.slugs : []
      // Read now: whoever unpublished since they were found is neither noted nor named.
      const people = (await listPublished(trx, slugs)).filter((one) => one.accountId !== account.id)
      const fresh = await insertSeen(
        trx,
        id,
        people.map((one) => one.id),
        now,
      )
      const found = people.filter((one) => fresh.includes(one.id))
      if (found.length > 0 || endedBecause)
        news.push({
          id,
          title: titleOf({ query, ...called }),
          query: replayedOn(query, searchToday(deps)) ?? null,
          people: found.map(({ slug, displayName }) => ({ slug, displayName })),
          endedBecause,
        })
    }
    if (news.length === 0) return false
    const { origin } = deps.config
    await notify(deps, trx, [
      {
        to: account,
        kind: 'searches',
        write: (locale) =>
          savedSearchNews(origin, locale, {
            name: account.displayName,
            searches: news.map((one) => ({
              ...one,
              stopUrl: stopPage(
                origin,
                locale,
                toStopToken(deps.sealer, { accountId: account.id, id: one.id, title: one.title }),
              ),
            })),
          }),
      },
    ])
    return true
  })
}

/** Many keep the same search: within a turn it is asked once for all who may see the same days. */
const createLook = (deps: Stand): Turn['look'] => {
  const answers = new Map<string, Promise<Look>>()
  return (query, viewer) => {
    const key = `${viewer.seesAllDays} ${query}`
    const known = answers.get(key)
    if (known) return known
    if (answers.size >= 1_000) answers.clear()
    const answer = ask(deps, query, viewer)
    answers.set(key, answer)
    return answer
  }
}

const ask = async ({ search, config, clock }: Stand, query: string, viewer: Viewer): Promise<Look> => {
  const left = replayedOn(query, searchToday({ clock }))
  if (left === undefined) return { ended: 'days-past' }
  const parsed = await search.parse(new URLSearchParams(left))
  if (!parsed.ok) return { ended: 'not-understood' }
  const found = await search.find({ ...parsed.filters, page: 1, perPage: mostPeople }, viewer)
  // The engine that stands in reads words a little otherwise: whom it alone finds is not new.
  const standsIn = found.engine === 'postgres' && config.searchEngine === 'meilisearch' && config.meili
  return standsIn && parsed.filters.q ? 'not-today' : { slugs: found.items.map(({ slug }) => slug) }
}
