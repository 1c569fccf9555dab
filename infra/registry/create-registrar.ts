import { randomBytes } from 'node:crypto'
import { createRegistrar } from '@repere/api/accounts/service.ts'
import { createPasswords } from '@repere/api/sessions/service.ts'
import { withDatabase } from '../local/databases.ts'
import { say } from '../local/steps.ts'
import { StopSentence } from '../local/stop-sentence.ts'
import type { Operation } from './operation.ts'

/** The only way to a registrar's account: nobody signs up as one. */
export const createRegistrarOperation: Operation = {
  summary: 'Open a registrar’s account; prints its first password once',
  options: {
    email: { type: 'string', means: 'the address to sign in with', required: true },
    name: { type: 'string', means: 'the name shown beside decisions', required: true },
    locale: { type: 'string', means: 'fr (default) or en' },
  },
  async run({ email = '', name = '', locale = 'fr' }, { appUrl }) {
    if (!/^[^@\s]+@[^@\s]+$/.test(email))
      throw new StopSentence(`--email is "${email}": give an e-mail address.`)
    if (locale !== 'fr' && locale !== 'en') throw new StopSentence(`--locale is "${locale}": give fr or en.`)
    const password = randomBytes(12).toString('base64url')
    const clock = { now: () => new Date() }
    await withDatabase(appUrl, (db) =>
      createRegistrar(
        { db, clock, passwords: createPasswords() },
        { email, password, displayName: name, locale },
      ),
    ).catch((problem: { code?: string }) => {
      if (problem.code !== 'email-taken') throw problem
      throw new StopSentence(`An account with the address ${email} exists already.`)
    })
    say(`${email} may sign in as a registrar with this password, shown once: ${password}`)
  },
}
