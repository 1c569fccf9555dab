import type { AccountTable } from './account.ts'
import type { AccountTokenTable } from './account-token.ts'
import type { AuditSealTable } from './audit-seal.ts'
import type { AvailabilityBlockTable } from './availability-block.ts'
import type { BookingTable } from './booking.ts'
import type { BookingMessageTable } from './booking-message.ts'
import type { BookingTermsTable } from './booking-terms.ts'
import type { CalendarTable } from './calendar.ts'
import type { CalendarEntryTable } from './calendar-entry.ts'
import type { CalendarFeedTable } from './calendar-feed.ts'
import type { CalendarImportTable } from './calendar-import.ts'
import type { CalendarPreviousTable } from './calendar-previous.ts'
import type { CalendarQuestionTable } from './calendar-question.ts'
import type { CatalogueEntryTable } from './catalogue-entry.ts'
import type { CompanyTable } from './company.ts'
import type { CompanyDecisionTable } from './company-decision.ts'
import type { CompanyStandingTable } from './company-standing.ts'
import type { ConfirmedCreditTable } from './confirmed-credit.ts'
import type { ConsentTable } from './consent.ts'
import type { ContactBlockTable } from './contact-block.ts'
import type { CoordinatorTable } from './coordinator.ts'
import type { CoordinatorDaysTable } from './coordinator-days.ts'
import type { CoordinatorLanguageTable } from './coordinator-language.ts'
import type { CredentialTable } from './credential.ts'
import type { CredentialDecisionTable } from './credential-decision.ts'
import type { CredentialEvidenceTable } from './credential-evidence.ts'
import type { CredentialStandingTable } from './credential-standing.ts'
import type { CredentialTypeTable } from './credential-type.ts'
import type { CreditTable } from './credit.ts'
import type { ErasedAccountTable } from './erased-account.ts'
import type { EventTable } from './event.ts'
import type { ExpiryReminderTable } from './expiry-reminder.ts'
import type { ExposureTable } from './exposure.ts'
import type { IdempotencyTable } from './idempotency.ts'
import type { ImportListTable } from './import-list.ts'
import type { ImportRowTable } from './import-row.ts'
import type { InquiryMessageTable, InquiryStandingTable, InquiryTable } from './inquiry.ts'
import type { InvitationTable } from './invitation.ts'
import type { JobSheetTable } from './job-sheet.ts'
import type { LabelTable } from './label.ts'
import type { MailTable } from './mail.ts'
import type { MailRefusalTable } from './mail-refusal.ts'
import type { MentoringPairTable } from './mentoring-pair.ts'
import type { NoticePreferenceTable } from './notice-preference.ts'
import type { NotificationTable } from './notification.ts'
import type { PastBriefTable } from './past-brief.ts'
import type { PhotoTable } from './photo.ts'
import type { ProjectTable } from './project.ts'
import type { ProjectPhaseTable } from './project-phase.ts'
import type { PublishedCoordinatorTable } from './published-coordinator.ts'
import type { RateLimitTable } from './rate-limit.ts'
import type { ReasonTemplateTable } from './reason-template.ts'
import type { RecoveryCodeTable } from './recovery-code.ts'
import type { RefereeRequestTable, RefereeTable } from './referee.ts'
import type { ReportTable } from './report.ts'
import type { ReportContestTable } from './report-contest.ts'
import type { ReportDecisionTable } from './report-decision.ts'
import type { RetentionPeriodTable } from './retention-period.ts'
import type { RevisionTable } from './revision.ts'
import type { SavedSearchSeenTable, SavedSearchTable } from './saved-search.ts'
import type { SealingKeyTable } from './sealing-key.ts'
import type { SearchCodeTable } from './search-code.ts'
import type { SearchDirtyTable } from './search-dirty.ts'
import type { SearchIndexedTable } from './search-indexed.ts'
import type { SearchRowTable } from './search-row.ts'
import type { SearchUpkeepTable } from './search-upkeep.ts'
import type { SecondFactorTable } from './second-factor.ts'
import type { SessionTable } from './session.ts'
import type { ShortlistEntryTable } from './shortlist-entry.ts'
import type { SignInStepTable } from './sign-in-step.ts'
import type { SpecialismTable } from './specialism.ts'
import type { StoredFileTable } from './stored-file.ts'
import type { ThresholdTable } from './threshold.ts'
import type { ToolTable } from './tool.ts'
import type { VerificationTable } from './verification.ts'
import type { WeeklyRuleTable } from './weekly-rule.ts'

export type { BookingPhase, BookingPolicy } from './booking.ts'
export type { RowProblem } from './import-row.ts'

/** Every table and view the application reads or writes. */
export interface Database {
  account: AccountTable
  accountToken: AccountTokenTable
  auditSeal: AuditSealTable
  availabilityBlock: AvailabilityBlockTable
  booking: BookingTable
  bookingMessage: BookingMessageTable
  bookingTerms: BookingTermsTable
  calendar: CalendarTable
  calendarEntry: CalendarEntryTable
  calendarFeed: CalendarFeedTable
  calendarImport: CalendarImportTable
  calendarPrevious: CalendarPreviousTable
  calendarQuestion: CalendarQuestionTable
  catalogueEntry: CatalogueEntryTable
  company: CompanyTable
  companyDecision: CompanyDecisionTable
  companyStanding: CompanyStandingTable
  confirmedCredit: ConfirmedCreditTable
  consent: ConsentTable
  contactBlock: ContactBlockTable
  coordinator: CoordinatorTable
  coordinatorDays: CoordinatorDaysTable
  coordinatorLanguage: CoordinatorLanguageTable
  credential: CredentialTable
  credentialDecision: CredentialDecisionTable
  credentialEvidence: CredentialEvidenceTable
  credentialStanding: CredentialStandingTable
  credentialType: CredentialTypeTable
  credit: CreditTable
  erasedAccount: ErasedAccountTable
  event: EventTable
  expiryReminder: ExpiryReminderTable
  idempotency: IdempotencyTable
  jobSheet: JobSheetTable
  inquiry: InquiryTable
  inquiryMessage: InquiryMessageTable
  inquiryStanding: InquiryStandingTable
  label: LabelTable
  mail: MailTable
  mentoringPair: MentoringPairTable
  importList: ImportListTable
  importRow: ImportRowTable
  invitation: InvitationTable
  exposure: ExposureTable
  shortlistEntry: ShortlistEntryTable
  mailRefusal: MailRefusalTable
  noticePreference: NoticePreferenceTable
  notification: NotificationTable
  pastBrief: PastBriefTable
  photo: PhotoTable
  project: ProjectTable
  projectPhase: ProjectPhaseTable
  publishedCoordinator: PublishedCoordinatorTable
  rateLimit: RateLimitTable
  reasonTemplate: ReasonTemplateTable
  recoveryCode: RecoveryCodeTable
  revision: RevisionTable
  retentionPeriod: RetentionPeriodTable
  sealingKey: SealingKeyTable
  referee: RefereeTable
  refereeRequest: RefereeRequestTable
  report: ReportTable
  reportContest: ReportContestTable
  reportDecision: ReportDecisionTable
  savedSearch: SavedSearchTable
  savedSearchSeen: SavedSearchSeenTable
  searchCode: SearchCodeTable
  searchDirty: SearchDirtyTable
  searchIndexed: SearchIndexedTable
  searchRow: SearchRowTable
  searchUpkeep: SearchUpkeepTable
  secondFactor: SecondFactorTable
  session: SessionTable
  signInStep: SignInStepTable
  specialism: SpecialismTable
  storedFile: StoredFileTable
  threshold: ThresholdTable
  tool: ToolTable
  verification: VerificationTable
  weeklyRule: WeeklyRuleTable
}
