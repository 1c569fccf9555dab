import { dayIn } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { allDaysOnSet } from './confirmed-rules.ts'
import { listThresholds } from './progress-repository.ts'
import { progressTowards } from './progress-rules.ts'
import { readOwnProfile } from './service.ts'

/** How far the person is from what the registries of their professions ask for. */
export const readProgress = async (deps: Pick<Deps, 'db' | 'clock' | 'sealer'>, account: SignedIn) => {
  const profile = await readOwnProfile(deps, account)
  const today = dayIn('UTC', deps.clock.now())
  const thresholds = await listThresholds(deps.db, profile.disciplines)
  const experience = {
    ...profile,
    daysOnSet: allDaysOnSet(profile.daysOnSet, profile.confirmedCredits),
    confirmedCredits: profile.confirmedCredits.length,
  }
  return thresholds.map(({ years, credits, daysOnSet, productions, ...threshold }) => ({
    ...threshold,
    ...progressTowards({ years, credits, daysOnSet, productions }, experience, today),
  }))
}
