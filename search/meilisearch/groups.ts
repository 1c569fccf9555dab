import type { LiveCredentialState } from '@repere/db/vocabulary/credential.ts'
import { type Filters, levelOf } from '../coordinators/filters.ts'
import type { Question } from '../engine.ts'
import { daysCondition } from './days.ts'
import { type Conditions, isAmong, isNotAmong } from './filter.ts'

/** Filters that are counted together: the credential asked for and its least state are one choice. */
export const groups = ['discipline', 'credential', 'region', 'language', 'specialism'] as const

export type Group = (typeof groups)[number]

/** The field with the codes of credentials that reach a state. */
export const reachingField = (state: LiveCredentialState = 'declared') =>
  (({ 1: 'credAtLeastDeclared', 2: 'credAtLeastSeen', 3: 'credAtLeastConfirmed' }) as const)[levelOf(state)]

/** What a person must be to be in the chosen values of a group; empty when none is chosen. */
export const chosen: Record<Group, (filters: Filters) => Conditions> = {
  discipline: ({ discipline }) => (discipline ? [isAmong('disciplines', [discipline])] : []),
  credential: ({ credentials, credentialState }) =>
    credentials.length > 0
      ? [isAmong(reachingField(credentialState), credentials)]
      : credentialState
        ? [isAmong('credStates', [credentialState])]
        : [],
  region: ({ regions }) => (regions.length > 0 ? [isAmong('regions', regions)] : []),
  language: ({ languages }) => (languages.length > 0 ? [isAmong('languages', languages)] : []),
  specialism: ({ specialisms }) => (specialisms.length > 0 ? [isAmong('specialisms', specialisms)] : []),
}

/** Everything a match must be, with one group left out when it is counted. */
export const conditionsOf = ({ filters, viewer, today, excluded }: Question, except?: Group): Conditions => [
  ...groups.filter((group) => group !== except).flatMap((group) => chosen[group](filters)),
  ...daysCondition(filters, viewer, today),
  ...(excluded.length > 0 ? [isNotAmong('id', excluded)] : []),
]
