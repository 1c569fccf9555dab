import type { CatalogueList, Confidence } from '@repere/db/vocabulary/catalogue.ts'
import type { CredentialKind, CredentialStatus } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'

interface Names {
  nameFr: string
  nameEn: string
}

/** Facts with where and when they were read. What is unknown stays empty. */
interface Sourced {
  factsFr: string
  facts: string
  sourceUrl: string | null
  confidence: Confidence
  checkedOn: Day | null
}

export interface CredentialFields extends Names, Sourced {
  list: 'credentials'
  disciplines: Discipline[]
  kind: CredentialKind
  issuer: string
  country: string
  status: CredentialStatus
  since: number | null
  validityMonths: number | null
  registrationNumber: string | null
}

interface LabelFields extends Names, Sourced {
  list: 'labels'
  country: string
}

interface ToolFields extends Names {
  list: 'tools'
  url: string | null
}

export interface SpecialismFields extends Names {
  list: 'specialisms'
  discipline: Discipline
}

interface ThresholdFields extends Names, Sourced {
  list: 'thresholds'
  credentialCode: string | null
  years: number | null
  credits: number | null
  daysOnSet: number | null
  productions: number | null
}

/** What a registrar may write of an entry, by the list it stands in. */
export type EntryFields = CredentialFields | LabelFields | ToolFields | SpecialismFields | ThresholdFields

export type FieldsOf<List extends CatalogueList> = Extract<EntryFields, { list: List }>

export interface EntryFault {
  at: string
  detail: string
}

const mayBeInCreation = (before: EntryFields | undefined, after: CredentialFields): boolean =>
  before?.list !== 'credentials' || (before.status === 'in-creation') === (after.status === 'in-creation')

/**
 * What is wrong with an entry as asked for. A credential leaves its creation by an act of its own and never goes back;
 * a skill stays with its profession, since people hold it; what is said to be sourced says when the source was read.
 */
export const findEntryFaults = (
  before: EntryFields | undefined,
  after: EntryFields,
  today: Day,
): EntryFault[] => {
  const faults: (EntryFault | false)[] = [
    after.list === 'credentials' &&
      !mayBeInCreation(before, after) && {
        at: 'status',
        detail: 'changes from or to in-creation by an act of its own',
      },
    after.list === 'specialisms' &&
      before?.list === 'specialisms' &&
      before.discipline !== after.discipline && { at: 'discipline', detail: 'is fixed once created' },
    'checkedOn' in after &&
      after.checkedOn !== null &&
      after.checkedOn > today && { at: 'checkedOn', detail: 'must not be in the future' },
    'confidence' in after &&
      after.confidence === 'sourced' &&
      after.checkedOn === null &&
      !(before && 'confidence' in before && before.confidence === 'sourced') && {
        at: 'checkedOn',
        detail: 'must say when the source was read',
      },
  ]
  return faults.filter((fault) => fault !== false)
}

/** Where an entry goes when it is asked to stand at a place, counted from 1: the codes in their new order. */
export const moveTo = (order: readonly string[], id: string, place: number): string[] => {
  const others = order.filter((other) => other !== id)
  return order.includes(id) ? [...others.slice(0, place - 1), id, ...others.slice(place - 1)] : others
}

/** Whether somebody still has to check it before it is relied on. */
export const needsCheck = (fields: EntryFields): boolean =>
  'confidence' in fields && fields.confidence === 'check'
