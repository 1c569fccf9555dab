import { liveCredentialStates } from '@repere/db/vocabulary/credential.ts'
import { addDays, type Day, daysOf } from '@repere/db/vocabulary/day.ts'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { availabilities, everybody, type Filters } from '../coordinators/filters.ts'
import {
  type Chance,
  playground,
  someCredentials,
  someLanguages,
  someRegions,
  someSpecialisms,
  today,
} from './cast.ts'

export const noFilters: Filters = { ...everybody, seed: today, perPage: 50 }

/** A search at random, over every combination of filters and every shape of asked days. */
export const randomFilters = (chance: Chance): Filters => ({
  ...noFilters,
  ...(chance.odds(0.4) && { discipline: chance.pick(disciplines) }),
  credentials: chance.odds(0.3) ? chance.some(someCredentials, 3) : [],
  ...(chance.odds(0.3) && { credentialState: chance.pick(liveCredentialStates) }),
  regions: chance.odds(0.4) ? chance.some(someRegions, 4) : [],
  languages: chance.odds(0.3) ? chance.some(someLanguages, 3) : [],
  specialisms: chance.odds(0.3) ? chance.some(someSpecialisms, 3) : [],
  days: chance.odds(0.75) ? randomDays(chance) : [],
  availability: chance.pick(availabilities),
})

const randomDays = (chance: Chance): Day[] => {
  const from = addDays(playground.from, chance.upTo(40))
  if (chance.odds(0.1)) return daysOf([{ from: '2028-07-05', to: addDays('2028-07-05', chance.upTo(12)) }])
  if (chance.odds(0.5)) return daysOf([{ from, to: addDays(from, chance.upTo(12)) }])
  const scattered = Array.from({ length: 1 + chance.upTo(5) }, () =>
    addDays(playground.from, chance.upTo(44)),
  )
  return [...new Set(scattered)].sort()
}
