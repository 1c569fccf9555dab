import { account } from './account.ts'
import { accountToken } from './account-token.ts'
import { auditSeal } from './audit-seal.ts'
import { availabilityBlock } from './availability-block.ts'
import { booking } from './booking.ts'
import { bookingMessage } from './booking-message.ts'
import { bookingTerms } from './booking-terms.ts'
import { calendar } from './calendar.ts'
import { calendarEntry } from './calendar-entry.ts'
import { calendarFeed } from './calendar-feed.ts'
import { calendarImport } from './calendar-import.ts'
import { calendarPrevious } from './calendar-previous.ts'
import { calendarQuestion } from './calendar-question.ts'
import { catalogueEntry } from './catalogue-entry.ts'
import { company } from './company.ts'
import { companyDecision } from './company-decision.ts'
import { companyStanding } from './company-standing.ts'
import { confirmedCredit } from './confirmed-credit.ts'
import { consent } from './consent.ts'
import { contactBlock } from './contact-block.ts'
import { coordinator } from './coordinator.ts'
import { coordinatorDays } from './coordinator-days.ts'
import { coordinatorLanguage } from './coordinator-language.ts'
import { credential } from './credential.ts'
import { credentialDecision } from './credential-decision.ts'
import { credentialEvidence } from './credential-evidence.ts'
import { credentialStanding } from './credential-standing.ts'
import { credentialType } from './credential-type.ts'
import { credit } from './credit.ts'
import type { Database } from './database.ts'
import type { Column } from './dictionary.ts'
import { erasedAccount } from './erased-account.ts'
import { event } from './event.ts'
import { expiryReminder } from './expiry-reminder.ts'
import { exposure } from './exposure.ts'
import { idempotency } from './idempotency.ts'
import { importList } from './import-list.ts'
import { importRow } from './import-row.ts'
import { inquiry, inquiryMessage, inquiryStanding } from './inquiry.ts'
import { invitation } from './invitation.ts'
import { jobSheet } from './job-sheet.ts'
import { label } from './label.ts'
import { mail } from './mail.ts'
import { mailRefusal } from './mail-refusal.ts'
import { mentoringPair } from './mentoring-pair.ts'
import { noticePreference } from './notice-preference.ts'
import { notification } from './notification.ts'
import { pastBrief } from './past-brief.ts'
import { photo } from './photo.ts'
import { project } from './project.ts'
import { projectPhase } from './project-phase.ts'
import { publishedCoordinator } from './published-coordinator.ts'
import { rateLimit } from './rate-limit.ts'
import { reasonTemplate } from './reason-template.ts'
import { recoveryCode } from './recovery-code.ts'
import { referee, refereeRequest } from './referee.ts'
import { report } from './report.ts'
import { reportContest } from './report-contest.ts'
import { reportDecision } from './report-decision.ts'
import { retentionPeriod } from './retention-period.ts'
import { revision } from './revision.ts'
import { savedSearch, savedSearchSeen } from './saved-search.ts'
import { sealingKey } from './sealing-key.ts'
import { searchCode } from './search-code.ts'
import { searchDirty } from './search-dirty.ts'
import { searchIndexed } from './search-indexed.ts'
import { searchRow } from './search-row.ts'
import { searchUpkeep } from './search-upkeep.ts'
import { secondFactor } from './second-factor.ts'
import { session } from './session.ts'
import { shortlistEntry } from './shortlist-entry.ts'
import { signInStep } from './sign-in-step.ts'
import { specialism } from './specialism.ts'
import { storedFile } from './stored-file.ts'
import { threshold } from './threshold.ts'
import { tool } from './tool.ts'
import { verification } from './verification.ts'
import { weeklyRule } from './weekly-rule.ts'

/** The tags of every column of every table: what record of processing, export and canary tests read. */
export const dictionary: Record<keyof Database, Record<string, Column>> = {
  account,
  accountToken,
  auditSeal,
  availabilityBlock,
  booking,
  bookingMessage,
  bookingTerms,
  calendar,
  calendarEntry,
  calendarFeed,
  calendarImport,
  calendarPrevious,
  calendarQuestion,
  catalogueEntry,
  company,
  companyDecision,
  companyStanding,
  confirmedCredit,
  consent,
  contactBlock,
  coordinator,
  coordinatorDays,
  coordinatorLanguage,
  credential,
  credentialDecision,
  credentialEvidence,
  credentialStanding,
  credentialType,
  credit,
  erasedAccount,
  event,
  expiryReminder,
  idempotency,
  jobSheet,
  inquiry,
  inquiryMessage,
  inquiryStanding,
  label,
  mail,
  mentoringPair,
  noticePreference,
  notification,
  importList,
  importRow,
  invitation,
  exposure,
  shortlistEntry,
  mailRefusal,
  pastBrief,
  photo,
  project,
  projectPhase,
  publishedCoordinator,
  rateLimit,
  reasonTemplate,
  recoveryCode,
  revision,
  retentionPeriod,
  sealingKey,
  referee,
  refereeRequest,
  report,
  reportContest,
  reportDecision,
  savedSearch,
  savedSearchSeen,
  searchCode,
  searchDirty,
  searchIndexed,
  searchRow,
  searchUpkeep,
  secondFactor,
  session,
  signInStep,
  specialism,
  storedFile,
  threshold,
  tool,
  verification,
  weeklyRule,
}
