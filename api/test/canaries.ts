import { createHash } from 'node:crypto'
import type { TestApi } from './api.ts'
import type { TestCoordinator } from './bookings.ts'
import { document, written } from './canary-words.ts'
import { type TestPerson, testPassword } from './people.ts'

/** Who looks. The coordinator and the production are the two parties of every booking here. */
export type Viewer =
  | 'visitor'
  | 'coordinator'
  | 'otherCoordinator'
  | 'production'
  | 'otherProduction'
  | 'unverifiedProduction'
  | 'registrar'

export interface Canary {
  /** `table.column`, as the dictionary of the data names it. */
  column: string
  /** What to look for. */
  marker: string
  /** Who may come upon it while the request waits for its answer … */
  before: readonly Viewer[]
  /** … and who besides once it was accepted. */
  after?: readonly Viewer[]
  /** Sealed at rest, and in no mail: scenes, titles and words leak films. */
  sealed?: true
}

/** The project that was asked for, the booking that waits, and one that was declined. */
export interface Asked {
  project: string
  booking: string
  declined: string
}

const parties = ['coordinator', 'production'] as const
const verified = ['production', 'otherProduction'] as const
const desk = [...parties, 'registrar'] as const

/** What a report, a block and a kept search leave. */
export const moderatedCanaries = ({ block }: { block: string }): Canary[] => [
  { column: 'savedSearch.querySealed', marker: written.keptQuery, before: ['production'], sealed: true },
  { column: 'savedSearch.nameSealed', marker: written.keptName, before: ['production'], sealed: true },
  { column: 'contactBlock.id', marker: block, before: ['coordinator'] },
  {
    column: 'report.wordsSealed',
    marker: written.report,
    before: ['coordinator', 'registrar'],
    sealed: true,
  },
  { column: 'reportDecision.factsSealed', marker: written.reportFacts, before: desk, sealed: true },
  {
    column: 'reportContest.wordsSealed',
    marker: written.contest,
    before: ['production', 'registrar'],
    sealed: true,
  },
]

/** What everything else leaves, with who may come upon it. */
export const theCanaries = async (
  api: TestApi,
  coordinator: TestCoordinator,
  production: TestPerson,
  { project, booking, declined }: Asked,
  codes: string[],
): Promise<Canary[]> => {
  const { ownerDb } = api.database
  const accounts = await ownerDb.selectFrom('account').select(['id', 'passwordHash']).execute()
  const sessions = await ownerDb.selectFrom('session').select(['id', 'publicId', 'accountId']).execute()
  const ownSession = sessions.find(({ accountId }) => accountId === coordinator.id)
  const hashOf = (id: string) => accounts.find((account) => account.id === id)?.passwordHash ?? ''
  const [, token = ''] = coordinator.client.cookie().split('=')
  const proving = ['coordinator', 'registrar'] as const
  return [
    { column: 'account.email', marker: coordinator.email, before: ['coordinator'], after: ['production'] },
    { column: 'account.email', marker: production.email, before: ['production'], after: ['coordinator'] },
    { column: 'account.displayName', marker: written.accountName, before: desk },
    { column: 'account.displayName', marker: written.companyAccountName, before: desk },
    { column: 'account.passwordHash', marker: hashOf(coordinator.id), before: [] },
    { column: 'account.passwordHash', marker: testPassword, before: [] },
    { column: 'session.id', marker: ownSession?.id ?? '', before: [] },
    { column: 'session.id', marker: token, before: [] },
    { column: 'session.publicId', marker: ownSession?.publicId ?? '', before: ['coordinator'] },
    {
      column: 'coordinator.legalName',
      marker: written.legalName,
      before: ['coordinator'],
      after: ['production'],
    },
    { column: 'coordinator.phone', marker: written.phone, before: ['coordinator'], after: ['production'] },
    { column: 'coordinator.pronouns', marker: written.pronouns, before: ['coordinator'] },
    { column: 'coordinator.daysOnSet', marker: '7391', before: ['coordinator'] },
    { column: 'coordinator.bioFr', marker: written.bioFr, before: ['coordinator', ...verified] },
    { column: 'coordinator.bioEn', marker: written.bioEn, before: ['coordinator', ...verified] },
    { column: 'coordinator.rateFromCents', marker: '61733', before: ['coordinator'], after: ['production'] },
    { column: 'coordinator.rateToCents', marker: '84419', before: ['coordinator'], after: ['production'] },
    { column: 'coordinator.countries', marker: 'ZW', before: ['coordinator'] },
    {
      column: 'coordinator.codeOfConduct',
      marker: written.conduct,
      before: ['coordinator'],
      after: ['production'],
    },
    {
      column: 'coordinator.codeOfConductLink',
      marker: written.conductLink,
      before: ['coordinator'],
      after: ['production'],
    },
    { column: 'credit.role', marker: written.creditRole, before: ['coordinator', ...verified] },
    { column: 'credit.title', marker: written.creditTitle, before: ['coordinator', ...verified] },
    { column: 'credit.production', marker: written.creditProduction, before: ['coordinator', ...verified] },
    { column: 'credit.link', marker: written.creditLink, before: ['coordinator', ...verified] },
    { column: 'credit.sealed', marker: written.silentTitle, before: ['coordinator'], sealed: true },
    { column: 'credit.sealed', marker: written.silentProduction, before: ['coordinator'], sealed: true },
    {
      column: 'confirmedCredit.titleSealed',
      marker: written.confirmedTitle,
      before: ['coordinator'],
      sealed: true,
    },
    { column: 'availabilityBlock.note', marker: written.note, before: ['coordinator'] },
    { column: 'calendarPrevious.blocks', marker: written.formerNote, before: [] },
    { column: 'credential.number', marker: written.number, before: ['coordinator', 'registrar'] },
    {
      column: 'credentialDecision.reason',
      marker: written.credentialReason,
      before: ['coordinator', 'registrar'],
    },
    { column: 'verification.code', marker: codes[0] ?? '', before: ['coordinator'] },
    { column: 'secondFactor.secretSealed', marker: written.secret, before: [], sealed: true },
    { column: 'verification.code', marker: (codes[0] ?? '').replaceAll('-', ''), before: [] },
    { column: 'storedFile.nameSealed', marker: written.fileName, before: proving, sealed: true },
    { column: 'storedFile', marker: written.fileText, before: proving, sealed: true },
    {
      column: 'credentialEvidence.sha256',
      marker: createHash('sha256').update(document).digest('hex'),
      before: proving,
    },
    { column: 'company.legalName', marker: written.companyName, before: desk },
    { column: 'company.registration', marker: written.registration, before: desk },
    { column: 'company.website', marker: written.website, before: desk },
    { column: 'company.contactName', marker: written.contactName, before: desk },
    { column: 'company.contactFunction', marker: written.contactFunction, before: desk },
    {
      column: 'company.contactPhone',
      marker: written.contactPhone,
      before: ['production'],
      after: ['coordinator'],
    },
    { column: 'companyDecision.reason', marker: written.companyReason, before: ['production', 'registrar'] },
    {
      column: 'project.titleSealed',
      marker: written.title,
      before: ['production'],
      after: ['coordinator'],
      sealed: true,
    },
    { column: 'project.codeNameSealed', marker: written.codeName, before: parties, sealed: true },
    { column: 'project.briefSealed', marker: 'presence-on-set', before: parties },
    { column: 'pastBrief.briefSealed', marker: 'rushes-check', before: parties },
    { column: 'bookingMessage.bodySealed', marker: written.message, before: parties, sealed: true },
    { column: 'bookingMessage.bodySealed', marker: written.secondMessage, before: parties, sealed: true },
    { column: 'booking.reasonSealed', marker: written.moveNote, before: parties, sealed: true },
    { column: 'booking.id', marker: booking, before: desk },
    { column: 'booking.id', marker: declined, before: desk },
    { column: 'project.id', marker: project, before: ['production', 'registrar'] },
    { column: 'revision.before', marker: written.oldName, before: ['registrar'] },
    { column: 'revision.after', marker: written.laterName, before: ['registrar'] },
    ...[written.credentialQuestion, written.credentialAnswer].map((marker) => ({
      column: 'inquiryMessage.bodySealed',
      marker,
      before: ['coordinator', 'registrar'] as const,
      sealed: true as const,
    })),
    ...[written.companyQuestion, written.companyAnswer].map((marker) => ({
      column: 'inquiryMessage.bodySealed',
      marker,
      before: ['production', 'registrar'] as const,
      sealed: true as const,
    })),
    { column: 'reasonTemplate.nameFr', marker: written.templateNameFr, before: ['registrar'] },
    { column: 'reasonTemplate.nameEn', marker: written.templateNameEn, before: ['registrar'] },
    { column: 'reasonTemplate.textFr', marker: written.templateFr, before: ['registrar'] },
    { column: 'reasonTemplate.textEn', marker: written.templateEn, before: ['registrar'] },
    { column: 'importList.inviter', marker: written.inviter, before: ['registrar'] },
    { column: 'importList.source', marker: written.listSource, before: ['registrar'] },
    { column: 'importList.headingsSealed', marker: written.heading, before: ['registrar'], sealed: true },
    { column: 'importRow.contentSealed', marker: written.listed, before: ['registrar'], sealed: true },
    { column: 'idempotency.key', marker: written.key, before: [] },
  ]
}
