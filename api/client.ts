import { hc } from 'hono/client'
import type { App } from './app.ts'
import { withSafePaths } from './client-paths.ts'

// The vocabulary: web can never reach db.
export * from '@repere/db/vocabulary/agreement.ts'
export * from '@repere/db/vocabulary/audience.ts'
export * from '@repere/db/vocabulary/block.ts'
export * from '@repere/db/vocabulary/booking.ts'
export * from '@repere/db/vocabulary/brief.ts'
export * from '@repere/db/vocabulary/calendar.ts'
export * from '@repere/db/vocabulary/catalogue.ts'
export * from '@repere/db/vocabulary/choice-field.ts'
export * from '@repere/db/vocabulary/company.ts'
export * from '@repere/db/vocabulary/completion.ts'
export * from '@repere/db/vocabulary/credential.ts'
export * from '@repere/db/vocabulary/day.ts'
export { subtract } from '@repere/db/vocabulary/day-ranges.ts'
export * from '@repere/db/vocabulary/day-state.ts'
export * from '@repere/db/vocabulary/days-visibility.ts'
export * from '@repere/db/vocabulary/discipline.ts'
export * from '@repere/db/vocabulary/employment-form.ts'
export * from '@repere/db/vocabulary/exposure.ts'
export * from '@repere/db/vocabulary/file.ts'
export * from '@repere/db/vocabulary/import.ts'
export * from '@repere/db/vocabulary/invitation.ts'
export * from '@repere/db/vocabulary/job-sheet.ts'

export * from '@repere/db/vocabulary/language.ts'
export * from '@repere/db/vocabulary/level.ts'
export { toPlainLine } from '@repere/db/vocabulary/line.ts'
export * from '@repere/db/vocabulary/locale.ts'
export * from '@repere/db/vocabulary/medium.ts'
export * from '@repere/db/vocabulary/mentoring.ts'
export * from '@repere/db/vocabulary/mobility.ts'
export * from '@repere/db/vocabulary/notice.ts'
export * from '@repere/db/vocabulary/phase-kind.ts'
export * from '@repere/db/vocabulary/photo.ts'
export * from '@repere/db/vocabulary/rate.ts'
export * from '@repere/db/vocabulary/region.ts'
export * from '@repere/db/vocabulary/report.ts'
export * from '@repere/db/vocabulary/retention.ts'
export * from '@repere/db/vocabulary/role.ts'
export * from '@repere/db/vocabulary/saved-search.ts'
export * from '@repere/db/vocabulary/template-purpose.ts'
export * from '@repere/db/vocabulary/verification-code.ts'
export * from '@repere/db/vocabulary/work-permit.ts'
export type { CalendarShape as Calendar } from './availability/contract.ts'
export type { DayReason } from './availability/rules.ts'
export type { BlockShape as Block } from './blocks/contract.ts'
export type { MoveShape as Move, NewBookingShape as NewBooking } from './bookings/contract.ts'
export type { Obstacle, Party, PartyMove } from './bookings/rules.ts'
export type {
  BookingShape as Booking,
  BookingSummaryShape as BookingSummary,
  MessageShape as Message,
  RateShape as Rate,
} from './bookings/shapes-contract.ts'
export type { CalendarImportShape as CalendarImport } from './calendars/contract.ts'
export type { CatalogueEntryShape as CatalogueEntry, EntryInput } from './catalogue/contract.ts'
export type { OwnCompanyShape as OwnCompany } from './companies/contract.ts'
export type {
  AnswerInput as CompletionInput,
  AwaitingShape as AwaitingCredit,
  CompletionShape as Completion,
} from './completions/contract.ts'
export type { OwnCredentialShape as OwnCredential } from './credentials/contract.ts'
export type {
  CoordinatorCard,
  PublicAvailability,
  PublicProfile,
  SearchCounts,
  SearchResults,
  SeenProfile,
  Suggestions,
} from './discovery/contract.ts'
export type { PaperShape as Paper } from './documents/contract.ts'
export type { TrailLine } from './events/contract.ts'
export type { Account } from './http/account-shape.ts'
export type { Brief, EcoBrief, IntimacyBrief } from './http/brief.ts'
export type { EvidenceShape as Evidence } from './http/evidence-shape.ts'
export { isModestForm } from './http/form-rules.ts'
export type { RevisionShape as Revision } from './http/history.ts'
export type { InquiryThreadShape as InquiryThread } from './http/inquiry-shape.ts'
export type { ResponseTime } from './http/response-time.ts'
export type {
  ImportDetailShape as ImportDetail,
  ImportLineShape as ImportLine,
  ImportShape as Import,
} from './imports/contract.ts'
export type { InvitationShape as Invitation } from './invitations/contract.ts'
export type { JobSheetInput, PublishedJobSheetShape as PublishedJobSheet } from './job-sheets/contract.ts'
export type { MatchesShape as Matches, MatchShape as Match } from './matching/contract.ts'
export type { MentoringPairShape as MentoringPair } from './mentoring/contract.ts'
export { type FieldError, type ProblemCode, problemCodes } from './problem.ts'
export type { ConfirmedCreditShape as ConfirmedCredit } from './profiles/confirmed-contract.ts'
export type { OwnCreditShape as OwnCredit } from './profiles/credit-contract.ts'
export type { ThresholdProgressShape as ThresholdProgress } from './profiles/progress-contract.ts'
export type { CompletenessLine, ItemReason, ProfileItem } from './profiles/rules.ts'
export type { OwnProfileShape as OwnProfile, ProfileInput } from './profiles/shapes-contract.ts'
export type { Viewer } from './profiles/viewer-rules.ts'
export type {
  NewProjectShape as NewProject,
  ProjectShape as Project,
  ProjectSummaryShape as ProjectSummary,
} from './projects/contract.ts'
export type {
  OfferedRefereeShape as OfferedReferee,
  RefereeShape as Referee,
} from './referees/contract.ts'
export type { Reference } from './reference/contract.ts'
export type { BulkReviewShape as BulkReview } from './registrar/bulk-contract.ts'
export type {
  FilledTemplatesShape as FilledTemplates,
  QueuedCompanyShape as QueuedCompany,
  QueuedCredentialShape as QueuedCredential,
  RegistrarDeskShape as RegistrarDesk,
} from './registrar/contract.ts'
export type {
  NewReportShape as NewReport,
  QueuedReportShape as QueuedReport,
  ReportInFullShape as Report,
  StatementShape as Statement,
} from './reports/contract.ts'
export type { SavedSearchShape as SavedSearch } from './saved-searches/contract.ts'
export type { SecondFactorShape as SecondFactor } from './second-factors/contract.ts'
export type { ReasonTemplateShape as ReasonTemplate } from './templates/contract.ts'
export type {
  OwnVerificationShape as OwnVerification,
  VerifiedCredentialShape as VerifiedCredential,
} from './verifications/contract.ts'

/** The API as a typed client: `createClient(url).api.sessions.current.$get()`. The door through which web sees the house. */
export const createClient = (baseUrl: string, options: ClientOptions = {}) =>
  withSafePaths(hc<App>(baseUrl, options))

export type Client = ReturnType<typeof createClient>

export interface ClientOptions {
  fetch?: typeof fetch
  headers?: Record<string, string>
}
