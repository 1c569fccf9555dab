import type { LiveCredentialState } from '@repere/db/vocabulary/credential.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import { findMatches, type Matches, type Needs, searchDayAt } from '@repere/search'
import { listBlockers } from '../blocks/service.ts'
import { getOwnCompany, isVerifiedProduction } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import { createGate } from '../gate.ts'
import type { SignedIn } from '../http/router.ts'
import { getOwnProject } from '../projects/service.ts'
import { scheduleOf } from './rules.ts'

export type { Matched, MatchGroup, Needs } from '@repere/search'

/** Each holds a connection and reads thousands of calendars: searches and bookings come first. */
const inTurn = createGate({ running: 2, waiting: 16 })

/** Who covers the days of a project of the account's own company. Whoever blocked it is not told of, nor counted. */
export const matchProject = async (
  deps: Deps,
  account: SignedIn,
  id: string,
  credentialState: LiveCredentialState | undefined,
): Promise<{ matches: Matches; needs: Needs }> => {
  const moment = deps.clock.now()
  const project = await getOwnProject(deps, account, id)
  const company = await getOwnCompany(deps.db, account.id)
  const { days, elsewhere, onSite } = scheduleOf(project.phases, searchDayAt(moment))
  const regions: RegionCode[] = onSite ? project.regions : []
  const needs: Needs = {
    discipline: project.discipline,
    regions,
    elsewhere,
    languages: project.languages,
    schedule: days,
    ...(credentialState && { credentialState }),
  }
  const [excluded, seesAllDays] = await Promise.all([
    listBlockers(deps.db, { companyId: company.id, accountId: account.id }),
    isVerifiedProduction(deps.db, account),
  ])
  const matches = await inTurn(() =>
    findMatches(deps.db, { needs, viewer: { seesAllDays }, moment, excluded, seed: id }),
  )
  return { matches, needs }
}
