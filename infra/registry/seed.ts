import { seedMany } from '@repere/db/seeds/many.ts'
import { withDatabase } from '../local/databases.ts'
import { say } from '../local/steps.ts'
import { StopSentence } from '../local/stop-sentence.ts'
import type { Operation } from './operation.ts'

const most = 1_000_000

/** A large data set to measure with: the same people for the same number, and nobody can sign in as one of them. */
export const seedOperation: Operation = {
  summary: 'Write many made-up coordinators, to measure with',
  options: {
    coordinators: { type: 'string', means: `how many there shall be, at most ${most}`, required: true },
    seed: { type: 'string', means: 'another number makes other people (default 1)' },
  },
  async run({ coordinators = '', seed = '1' }, { ownerUrl }) {
    const count = wholeNumber('--coordinators', coordinators)
    const began = Date.now()
    const onProgress = (done: number) => say(`${seconds(began)} s  ${done} coordinators`)
    await withDatabase(ownerUrl, (db) =>
      seedMany(db, count, { seed: wholeNumber('--seed', seed), now: new Date(), onProgress }),
    )
    say('A running product indexes them by itself.')
  },
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number > 0 && number <= most) return number
  throw new StopSentence(`${option} is "${text}": give a whole number from 1 to ${most}.`)
}

const seconds = (since: number) => ((Date.now() - since) / 1000).toFixed(1).padStart(6)
