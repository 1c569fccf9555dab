import { resetSecondFactor } from '@repere/api/second-factors/service.ts'
import { withDatabase } from '../local/databases.ts'
import { say } from '../local/steps.ts'
import { StopSentence } from '../local/stop-sentence.ts'
import type { Operation } from './operation.ts'

/** For somebody who lost device and recovery codes. Make sure by another way who asks: this lets a password in alone. */
export const resetSecondFactorOperation: Operation = {
  summary: 'Forget an account’s second factor and end its sessions; make sure first who asks',
  options: { email: { type: 'string', means: 'the address of the account', required: true } },
  async run({ email = '' }, { appUrl }) {
    const clock = { now: () => new Date() }
    const done = await withDatabase(appUrl, (db) => resetSecondFactor({ db, clock }, email))
    if (!done) throw new StopSentence(`No account with the address ${email} has a second factor.`)
    say(`${email} signs in with the password alone now; a registrar sets up a new second factor first.`)
  },
}
