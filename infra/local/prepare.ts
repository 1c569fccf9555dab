import { fork } from 'node:child_process'
import { join } from 'node:path'
import { StopSentence } from './stop-sentence.ts'

export type PrepareOptions = {
  ownerUrl: string
  appUrl: string
  appSecret: string
  /** Demo data into an empty database, their documents into this folder. */
  demo: false | { uploadsDir: string }
}

/** Migrates and seeds, in a process of its own. Fails with the sentence a person can act on, where there is one. */
export function prepareDatabase(options: PrepareOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'prepare-database.ts'), [], { execArgv: [] })
    let problem = new Error('The database could not be prepared: the process that does so was ended.')
    child.on('message', ({ sentence, stack }: { sentence?: string; stack: string }) => {
      problem = sentence ? new StopSentence(sentence) : Object.assign(new Error(stack), { stack })
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(problem)))
    child.send(options)
  })
}
