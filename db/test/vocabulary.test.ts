import { type Selectable, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccountTable } from '../tables/account.ts'
import type { AccountTokenTable } from '../tables/account-token.ts'
import type { ConsentTable } from '../tables/consent.ts'
import type { EventTable } from '../tables/event.ts'
import type { InquiryMessageTable } from '../tables/inquiry.ts'
import type { MailTable } from '../tables/mail.ts'
import type { SealingKeyTable } from '../tables/sealing-key.ts'
import { agreements } from '../vocabulary/agreement.ts'
import { blockKinds, blockReasons, blockSources, weeklyRules } from '../vocabulary/block.ts'
import { bookingKinds, bookingParties, bookingStates, moveReasons } from '../vocabulary/booking.ts'
import { entryStatuses, importScopes, importStands } from '../vocabulary/calendar.ts'
import { confidences, revisedKinds, revisionChanges } from '../vocabulary/catalogue.ts'
import { codeKinds } from '../vocabulary/code-kind.ts'
import { companyDecisions } from '../vocabulary/company.ts'
import {
  creditOutcomes,
  creditRoles,
  refereeAudiences,
  refereeRequestStates,
  refereeStates,
} from '../vocabulary/completion.ts'
import {
  credentialDecisions,
  credentialKinds,
  credentialStatuses,
  withdrawalCodes,
} from '../vocabulary/credential.ts'
import { daysVisibilities } from '../vocabulary/days-visibility.ts'
import { disciplines } from '../vocabulary/discipline.ts'
import { employmentForms } from '../vocabulary/employment-form.ts'
import { erasureReasons } from '../vocabulary/erasure.ts'
import { exposureFacets } from '../vocabulary/exposure.ts'
import { mediaTypes } from '../vocabulary/file.ts'
import { importRowStates, importStates, listEncodings, listSeparators } from '../vocabulary/import.ts'
import { invitationEnds } from '../vocabulary/invitation.ts'
import { languageCodes, languageLevels } from '../vocabulary/language.ts'
import { levels } from '../vocabulary/level.ts'
import { locales } from '../vocabulary/locale.ts'
import { media, projectTypes } from '../vocabulary/medium.ts'
import { mentoringSides, mentorings } from '../vocabulary/mentoring.ts'
import { mobilities } from '../vocabulary/mobility.ts'
import { chosenKinds, deliveries, noticeKinds } from '../vocabulary/notice.ts'
import { phaseKinds } from '../vocabulary/phase-kind.ts'
import { currencies, ratePeriods } from '../vocabulary/rate.ts'
import { regionCodes } from '../vocabulary/region.ts'
import {
  reportGrounds,
  reportOutcomes,
  reportParties,
  reportReasons,
  reportStates,
  reportSubjects,
} from '../vocabulary/report.ts'
import { retentionRules } from '../vocabulary/retention.ts'
import { roles } from '../vocabulary/role.ts'
import { searchEndings } from '../vocabulary/saved-search.ts'
import { upkeepResults, upkeepWorks } from '../vocabulary/search-upkeep.ts'
import { templatePurposes } from '../vocabulary/template-purpose.ts'
import { workPermits } from '../vocabulary/work-permit.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

/** The words of a union that only a table's type names: leaving one out, or adding one, does not compile. */
const wordsOf = <Word extends string>(words: Record<Word, true>) => Object.keys(words)

const promised: Record<string, readonly string[]> = {
  search_upkeep_work_word: upkeepWorks,
  search_upkeep_result_word: upkeepResults,
  account_locale_word: locales,
  account_role_word: roles,
  account_state_word: wordsOf<Selectable<AccountTable>['state']>({ active: true, suspended: true }),
  account_token_purpose_word: wordsOf<AccountTokenTable['purpose']>({
    'verify-email': true,
    'reset-password': true,
  }),
  availability_block_kind_word: blockKinds,
  availability_block_reason_word: blockReasons,
  availability_block_source_word: blockSources,
  booking_employment_form_word: employmentForms,
  booking_kind_word: bookingKinds,
  booking_message_party_word: bookingParties,
  booking_rate_currency_word: currencies,
  booking_rate_per_word: ratePeriods,
  booking_reason_code_word: [...new Set(Object.values(moveReasons).flat())],
  booking_state_word: bookingStates,
  booking_terms_by_word: bookingParties,
  booking_terms_employment_form_word: employmentForms,
  booking_terms_party_word: bookingParties,
  booking_terms_rate_currency_word: currencies,
  booking_terms_rate_per_word: ratePeriods,
  company_agreement_word: agreements,
  company_decision_word: companyDecisions,
  consent_kind_word: wordsOf<ConsentTable['kind']>({ publication: true }),
  coordinator_days_visibility_word: daysVisibilities,
  coordinator_disciplines_word: disciplines,
  coordinator_employment_forms_word: employmentForms,
  coordinator_language_level_word: languageLevels,
  coordinator_level_eco_production_word: levels['eco-production'],
  coordinator_level_intimacy_word: levels.intimacy,
  coordinator_media_word: media,
  coordinator_mentoring_word: mentorings,
  coordinator_mobility_word: mobilities,
  coordinator_rate_currency_word: currencies,
  coordinator_work_permits_word: workPermits,
  credential_decision_word: credentialDecisions,
  credential_type_confidence_word: confidences,
  credential_type_disciplines_word: disciplines,
  credential_type_kind_word: credentialKinds,
  credential_type_status_word: credentialStatuses,
  confirmed_credit_discipline_word: disciplines,
  confirmed_credit_kind_word: media,
  confirmed_credit_outcome_word: creditOutcomes,
  confirmed_credit_role_word: creditRoles,
  credit_kind_word: media,
  erased_account_because_word: erasureReasons,
  event_actor_role_word: wordsOf<EventTable['actorRole']>({
    coordinator: true,
    production: true,
    registrar: true,
    clock: true,
    operator: true,
    visitor: true,
  }),
  exposure_facet_word: exposureFacets,
  job_sheet_discipline_word: disciplines,
  label_confidence_word: confidences,
  inquiry_message_party_word: wordsOf<InquiryMessageTable['party']>({ registrar: true, owner: true }),
  import_list_encoding_word: listEncodings,
  import_list_locale_word: locales,
  import_list_separator_word: listSeparators,
  import_list_state_word: importStates,
  calendar_entry_status_word: entryStatuses,
  calendar_import_scope_word: importScopes,
  calendar_import_stand_word: importStands,
  import_row_state_word: importRowStates,
  invitation_closed_because_word: invitationEnds,
  invitation_locale_word: locales,
  mail_locale_word: locales,
  mail_state_word: wordsOf<Selectable<MailTable>['state']>({
    queued: true,
    sent: true,
    kept: true,
    failed: true,
  }),
  mentoring_pair_asked_by_word: mentoringSides,
  mentoring_pair_discipline_word: disciplines,
  notice_preference_delivery_word: deliveries,
  notice_preference_kind_word: chosenKinds,
  notification_delivery_word: deliveries,
  notification_kind_word: noticeKinds,
  project_discipline_word: disciplines,
  project_employment_form_word: employmentForms,
  project_phase_kind_word: phaseKinds,
  project_type_word: projectTypes,
  referee_audience_word: refereeAudiences,
  referee_request_state_word: refereeRequestStates,
  referee_state_word: refereeStates,
  saved_search_ended_because_word: searchEndings,
  report_contest_party_word: reportParties,
  report_decision_ground_word: reportGrounds,
  report_decision_outcome_word: reportOutcomes,
  report_reason_word: reportReasons,
  report_state_word: reportStates,
  report_subject_word: reportSubjects,
  revision_change_word: revisionChanges,
  revision_subject_kind_word: revisedKinds,
  search_code_kind_word: codeKinds,
  sealing_key_purpose_word: wordsOf<SealingKeyTable['purpose']>({
    project: true,
    booking: true,
    file: true,
  }),
  retention_period_rule_word: retentionRules,
  reason_template_purpose_word: templatePurposes,
  reason_template_withdrawal_code_word: withdrawalCodes,
  specialism_discipline_word: disciplines,
  stored_file_media_type_word: mediaTypes,
  threshold_confidence_word: confidences,
  weekly_rule_rule_word: weeklyRules,
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The words each `…_word` constraint lets in, as Postgres itself reads it. */
const storedWords = async (): Promise<Record<string, string[]>> => {
  const { rows } = await sql<{ name: string; rule: string }>`
    select conname as name, pg_get_constraintdef(oid) as rule from pg_constraint
    where contype = 'c' and right(conname, 5) = '_word' order by conname`.execute(database.db)
  return Object.fromEntries(
    rows.map(({ name, rule }) => [name, [...rule.matchAll(/'([^']*)'::text/g)].map(([, word]) => `${word}`)]),
  )
}

const listOf = async (of: 'known_regions' | 'known_languages') => {
  const { rows } = await sql<{ words: string[] }>`select ${sql.ref(of)}() as words`.execute(database.db)
  return rows[0]?.words
}

describe('the vocabulary and the check constraints', () => {
  test('every word constraint is mapped to a vocabulary, and every mapped one exists', async () => {
    expect(Object.keys(await storedWords())).toEqual(Object.keys(promised).sort())
  })

  test.each(Object.keys(promised))('%s lets in exactly the words of its vocabulary', async (name) => {
    const stored = (await storedWords())[name]
    expect(stored?.toSorted()).toEqual([...(promised[name] ?? [])].sort())
  })

  test('no constraint lists words without saying so in its name', async () => {
    const { rows } = await sql<{ name: string }>`
      select conname as name from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace and right(conname, 5) <> '_word'
        and strpos(pg_get_constraintdef(oid), 'ARRAY[''') > 0 order by conname`.execute(database.db)
    // These name states for which another column must be filled; they let in no word of their own.
    expect(rows.map(({ name }) => name)).toEqual(['booking_confirmed_at', 'booking_open_expires'])
  })

  test('known_regions() holds exactly the regions', async () => {
    expect((await listOf('known_regions'))?.toSorted()).toEqual([...regionCodes].sort())
  })

  test('known_languages() holds exactly the languages', async () => {
    expect((await listOf('known_languages'))?.toSorted()).toEqual([...languageCodes].sort())
  })

  test('a word added to a constraint alone is seen', async () => {
    await sql`alter table booking drop constraint booking_kind_word`.execute(database.ownerDb)
    await sql`alter table booking add constraint booking_kind_word check (kind in ('option', 'firm', 'maybe'))`.execute(
      database.ownerDb,
    )
    expect((await storedWords()).booking_kind_word).toEqual(['option', 'firm', 'maybe'])
  })
})
