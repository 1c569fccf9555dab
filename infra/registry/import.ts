import { readFileSync, statSync } from 'node:fs'
import { readImport, readRows } from '@repere/api/imports/read.ts'
import {
  bringList,
  cancelImport,
  listLimits,
  mapGuessed,
  startSending,
  workImports,
} from '@repere/api/imports/service.ts'
import { createMailer } from '@repere/api/mail/mailer.ts'
import { createSealer, type Db } from '@repere/db'
import { withDatabase } from '../local/databases.ts'
import type { Reached } from '../local/reach.ts'
import { say } from '../local/steps.ts'
import { StopSentence } from '../local/stop-sentence.ts'
import type { Operation } from './operation.ts'

/** A list as invitations, by the same use cases as the registrar's page; its columns are those that are guessed. */
export const importOperation: Operation = {
  summary: 'Invite the people of a CSV to claim a draft; publishes nobody',
  options: {
    file: { type: 'string', means: 'the CSV, at most 2 MB and 5,000 lines', required: true },
    source: { type: 'string', means: 'where the list comes from; the people on it are told', required: true },
    inviter: { type: 'string', means: 'who invites, as they know them', required: true },
    locale: { type: 'string', means: 'language of the mails: fr (default) or en' },
    'dry-run': { type: 'boolean', means: 'say what would happen, send nothing, keep nothing' },
  },
  async run({ file = '', source = '', inviter = '', locale = 'fr', 'dry-run': dryRun }, reached) {
    if (locale !== 'fr' && locale !== 'en') throw new StopSentence(`--locale is "${locale}": give fr or en.`)
    const bytes = readFile(file)
    await withDatabase(reached.appUrl, async (db) => {
      const stand = standOn(db, reached)
      const id = await bringList(stand, 'operator', { inviter, source, locale }, bytes).catch(explain)
      await mapGuessed(stand, id).catch(explain)
      await workUntil(stand, id, 'checked')
      await report(stand, id)
      if (dryRun) {
        await cancelImport(stand, 'operator', id)
        return say('Nothing was sent, and the lines were not kept.')
      }
      const { readyCount } = await readImport(stand, id)
      if (readyCount === 0) return say('Nobody to invite.')
      await startSending(stand, 'operator', id)
      await workUntil(stand, id, 'done')
      const { invitedCount } = await readImport(stand, id)
      say(`${invitedCount} invited; the worker mails them. /registrar/imports says who answers.`)
    })
  },
}

const standOn = (db: Db, { appSecret, appOrigin }: Reached) => {
  const clock = { now: () => new Date() }
  const sealer = createSealer(appSecret)
  const mailer = createMailer(sealer, new URL(appOrigin).hostname, clock)
  return { db, clock, sealer, mailer, config: { origin: appOrigin } }
}

type Stand = ReturnType<typeof standOn>

function readFile(path: string): Uint8Array {
  try {
    if (statSync(path).size <= listLimits.bytes) return readFileSync(path)
  } catch {
    throw new StopSentence(`--file is "${path}": there is no such file, or it cannot be read.`)
  }
  throw new StopSentence(`--file is "${path}": it is larger than 2 MB. Cut it into several lists.`)
}

/** The worker of a running product may do the same work beside us: whoever takes a batch, it is done once. */
async function workUntil(stand: Stand, id: string, state: 'checked' | 'done'): Promise<void> {
  for (;;) {
    await workImports(stand)
    if ((await readImport(stand, id)).state === state) return
    await new Promise((later) => setTimeout(later, 100))
  }
}

async function report(stand: Stand, id: string): Promise<void> {
  const list = await readImport(stand, id)
  say(`${list.rowCount} lines, read as ${list.encoding}, cells apart by ${list.separator}`)
  for (const { heading, field } of list.columns) say(`  ${heading || '(no heading)'} → ${field ?? 'nothing'}`)
  say(`${list.readyCount} ready, ${list.problemCount} to correct, ${list.skippedCount} with nothing to do`)
  for (let page = 1; ; page += 1) {
    const { items, total } = await readRows(stand, id, {}, { page, perPage: 500 })
    for (const { number, problems } of items)
      for (const { code, column } of problems)
        say(
          `  line ${number}: ${code}${column === undefined ? '' : ` (${list.columns[column]?.heading ?? 'beyond the columns'})`}`,
        )
    if (page * 500 >= total) return
  }
}

/** What the use case refuses, as a sentence for the operator. */
function explain(problem: { extras?: { errors?: { pointer: string; detail: string }[] } }): never {
  const [error] = problem.extras?.errors ?? []
  if (!error) throw problem
  throw new StopSentence(`${error.pointer.replaceAll('/', ' ').trim()}: ${error.detail}.`)
}
