import {
  type CatalogueList,
  confidences,
  credentialKinds,
  credentialStatuses,
  disciplines,
  type Locale,
} from '@repere/api/client.ts'
import * as m from '#lib/paraglide/messages.js'
import { credentialKindNames, credentialStatusNames } from '#lib/words/credentials.ts'
import { disciplineNames } from '#lib/words/disciplines.ts'

/** One thing a registrar writes of an entry: how it is asked for, and what is said when it cannot be accepted. */
export interface EntryField {
  name: string
  kind: 'line' | 'text' | 'count' | 'day' | 'address' | 'choice' | 'choices' | 'country' | 'credential'
  label: () => string
  wrong: () => string
  hint?: () => string
  /** For choices: the words with their labels. */
  words?: (locale: Locale) => { value: string; label: string }[]
  optional?: true
  most?: number
}

const nameFr: EntryField = {
  name: 'nameFr',
  kind: 'line',
  label: m.catalogue_name_fr,
  wrong: m.catalogue_name_wrong,
  most: 120,
}
const nameEn: EntryField = { ...nameFr, name: 'nameEn', label: m.catalogue_name_en }

const count = (name: string, label: () => string): EntryField => ({
  name,
  kind: 'count',
  label,
  wrong: m.catalogue_count_wrong,
  optional: true,
})

const country: EntryField = {
  name: 'country',
  kind: 'country',
  label: m.catalogue_country,
  wrong: m.catalogue_choice_wrong,
}

const facts: EntryField[] = [
  {
    name: 'factsFr',
    kind: 'text',
    label: m.catalogue_facts_fr,
    wrong: m.catalogue_facts_wrong,
    optional: true,
    most: 600,
  },
  {
    name: 'facts',
    kind: 'text',
    label: m.catalogue_facts_en,
    wrong: m.catalogue_facts_wrong,
    optional: true,
    most: 600,
  },
  {
    name: 'confidence',
    kind: 'choice',
    label: m.catalogue_confidence,
    wrong: m.catalogue_choice_wrong,
    words: () =>
      confidences.map((value) => ({
        value,
        label: value === 'sourced' ? m.catalogue_confidence_sourced() : m.catalogue_confidence_check(),
      })),
  },
  {
    name: 'checkedOn',
    kind: 'day',
    label: m.catalogue_checked_on,
    wrong: m.catalogue_checked_on_wrong,
    hint: m.catalogue_checked_on_hint,
    optional: true,
  },
  {
    name: 'sourceUrl',
    kind: 'address',
    label: m.catalogue_source_url,
    wrong: m.catalogue_address_wrong,
    hint: m.catalogue_address_hint,
    optional: true,
    most: 300,
  },
]

const professions = (locale: Locale) =>
  disciplines.map((value) => ({ value, label: disciplineNames[locale][value] }))

/** What is asked for in each list, in the order of the form. */
export const fieldsOf: Record<CatalogueList, readonly EntryField[]> = {
  credentials: [
    nameFr,
    nameEn,
    {
      name: 'issuer',
      kind: 'line',
      label: m.catalogue_issuer,
      wrong: m.catalogue_name_wrong,
      most: 120,
    },
    country,
    {
      name: 'disciplines',
      kind: 'choices',
      label: m.catalogue_disciplines,
      wrong: m.catalogue_disciplines_wrong,
      words: professions,
    },
    {
      name: 'kind',
      kind: 'choice',
      label: m.catalogue_kind,
      wrong: m.catalogue_choice_wrong,
      words: (locale) =>
        credentialKinds.map((value) => ({ value, label: credentialKindNames[locale][value] })),
    },
    {
      name: 'status',
      kind: 'choice',
      label: m.catalogue_status,
      wrong: m.catalogue_status_wrong,
      words: (locale) =>
        credentialStatuses.map((value) => ({ value, label: credentialStatusNames[locale][value] })),
    },
    { ...count('since', m.catalogue_since), hint: m.catalogue_unknown_hint },
    { ...count('validityMonths', m.catalogue_validity_months), hint: m.catalogue_unknown_hint },
    {
      name: 'registrationNumber',
      kind: 'line',
      label: m.catalogue_registration_number,
      wrong: m.catalogue_line_wrong,
      hint: m.catalogue_unknown_hint,
      optional: true,
      most: 40,
    },
    ...facts,
  ],
  labels: [nameFr, nameEn, country, ...facts],
  tools: [
    nameFr,
    nameEn,
    {
      name: 'url',
      kind: 'address',
      label: m.catalogue_url,
      wrong: m.catalogue_address_wrong,
      hint: m.catalogue_address_hint,
      optional: true,
      most: 300,
    },
  ],
  specialisms: [
    nameFr,
    nameEn,
    {
      name: 'discipline',
      kind: 'choice',
      label: m.catalogue_discipline,
      wrong: m.catalogue_discipline_wrong,
      words: professions,
    },
  ],
  thresholds: [
    nameFr,
    nameEn,
    {
      name: 'credentialCode',
      kind: 'credential',
      label: m.catalogue_credential_code,
      wrong: m.catalogue_choice_wrong,
      optional: true,
    },
    { ...count('years', m.catalogue_years), hint: m.catalogue_unknown_hint },
    { ...count('credits', m.catalogue_credits), hint: m.catalogue_unknown_hint },
    { ...count('daysOnSet', m.catalogue_days_on_set), hint: m.catalogue_unknown_hint },
    { ...count('productions', m.catalogue_productions), hint: m.catalogue_unknown_hint },
    ...facts,
  ],
}

/** What each list is called, and the act of adding to it. */
export const listNames: Record<CatalogueList, { name: () => string; add: () => string }> = {
  credentials: { name: m.catalogue_list_credentials, add: m.catalogue_add_credentials },
  labels: { name: m.catalogue_list_labels, add: m.catalogue_add_labels },
  tools: { name: m.catalogue_list_tools, add: m.catalogue_add_tools },
  specialisms: { name: m.catalogue_list_specialisms, add: m.catalogue_add_specialisms },
  thresholds: { name: m.catalogue_list_thresholds, add: m.catalogue_add_thresholds },
}
