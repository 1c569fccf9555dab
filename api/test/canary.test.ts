import { dictionary } from '@repere/db'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { TestApi } from './api.ts'
import { dayFromNow } from './bookings.ts'
import type { Canary, Viewer } from './canaries.ts'
import { type CanaryWorld, createCanaryWorld } from './canary-world.ts'
import { holds } from './marker.ts'
import { readOperations } from './operations.ts'
import { readPdf } from './read-pdf.ts'

let world: CanaryWorld
let api: TestApi
beforeAll(async () => {
  world = await createCanaryWorld()
  api = world.api
})
afterAll(async () => {
  await api.sync?.drop()
  await api.close()
})

const { operations } = readOperations()
const pagesOf: Record<string, string[]> = {
  'GET /api/coordinators/{slug}/availability': ['from=2027-02-01&to=2027-05-01'],
  'GET /api/me/availability/days': ['from=2027-02-01&to=2027-05-01'],
  'GET /api/me/profile/preview': ['as=public', 'as=verified-production', 'as=after-acceptance', 'as=me'],
  'GET /api/registrar/credentials': ['state=declared', 'state=refused'],
  'GET /api/registrar/companies': ['state=unverified', 'state=verified'],
  'GET /api/coordinators': ['', 'q=Solène', 'from=2027-03-01&to=2027-03-20&availability=any'],
}

/** Every address that can be read, with everything known put into it. */
const addresses = (): string[] =>
  operations
    .filter(({ method }) => method === 'GET')
    .flatMap(({ name, path }) => {
      const [, part] = /\{(\w+)\}/.exec(path) ?? []
      const filled = part ? (world.ids[part] ?? []).map((id) => path.replace(`{${part}}`, id)) : [path]
      return filled.flatMap((address) => (pagesOf[name] ?? ['']).map((query) => `${address}?${query}`))
    })

/** The words of a paper: its file is packed, and a short code stands in there by chance. */
const paper = async (viewer: Viewer, address: string): Promise<string> => {
  const answer = await api.app.request(address, { headers: { cookie: world.clients[viewer].cookie() } })
  return (await readPdf(new Uint8Array(await answer.arrayBuffer()))).text
}

/** All that a viewer can read, by address. What they themselves asked with is not counted as said to them. */
const readAll = async (viewer: Viewer): Promise<Map<string, string>> => {
  const read = new Map<string, string>()
  for (const address of addresses()) {
    const { body, headers } = await world.clients[viewer].get(address)
    const said = /\/pdf/.test(headers.get('content-type') ?? '') ? await paper(viewer, address) : body
    read.set(address, JSON.stringify([said, [...headers]]))
  }
  return read
}

/** Reads everything as everybody: each marker only where it may be, and somewhere if it may be anywhere. */
const look = async (allowed: (canary: Canary) => readonly Viewer[]): Promise<void> => {
  const leaks: string[] = []
  const met = new Set<Canary>()
  for (const viewer of Object.keys(world.clients) as Viewer[])
    for (const [address, text] of await readAll(viewer))
      for (const canary of world.canaries.filter(({ marker }) => holds(text, marker))) {
        met.add(canary)
        if (!allowed(canary).includes(viewer)) leaks.push(`${viewer} met ${canary.column} at ${address}`)
      }
  expect(leaks).toEqual([])
  const unseen = world.canaries.filter((canary) => allowed(canary).length > 0 && !met.has(canary))
  expect(unseen.map(({ column, marker }) => `${column} ${marker}`)).toEqual([])
}

test('every private column that can hold words has its canary, or a place in the list of those that say nothing', async () => {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'public'`.execute(api.database.ownerDb)
  const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase())
  const wordy = rows.filter(({ type }) =>
    ['text', 'character varying', 'bytea', 'jsonb', 'ARRAY'].includes(type),
  )
  const covered = new Set([...world.canaries.map(({ column }) => column), ...withoutCanary])
  const open = wordy
    .map(({ table, column }) => [camel(table), camel(column)] as const)
    .filter(([table, column]) => {
      const tags = (dictionary as Record<string, Record<string, { seenBy: string }>>)[table]?.[column]
      return tags !== undefined && tags.seenBy !== 'everyone'
    })
    .map((names) => names.join('.'))
    .filter((name) => !covered.has(name))
  expect(open).toEqual([])
})

/** Closed words, codes and hashes, which say nothing of a person by themselves; and what is looked for elsewhere. */
const withoutCanary = new Set([
  ...['account.role', 'account.locale', 'account.state', 'accountToken.tokenHash', 'accountToken.purpose'],
  ...[
    'availabilityBlock.kind',
    'availabilityBlock.source',
    'availabilityBlock.reason',
    'weeklyRule.rule',
    'calendarPrevious.weekly',
  ],
  ...['booking.kind', 'booking.state', 'booking.reasonCode', 'booking.employmentForm', 'booking.phases'],
  ...['booking.rateCurrency', 'booking.ratePer', 'booking.policy', 'bookingMessage.party'],
  ...['booking.termsBy', 'bookingTerms.party', 'bookingTerms.phases', 'bookingTerms.employmentForm'],
  ...['bookingTerms.rateCurrency', 'bookingTerms.ratePer'],
  ...['company.country', 'company.agreement', 'companyDecision.country', 'companyDecision.decision'],
  ...['companyStanding.state', 'consent.kind', 'consent.wording'],
  ...[
    'coordinator.media',
    'coordinator.employmentForms',
    'coordinator.mentoring',
    'coordinator.rateCurrency',
  ],
  ...['coordinator.mobility', 'coordinator.workPermits', 'coordinator.labels', 'coordinator.tools'],
  ...['credit.kind', 'mentoringPair.discipline', 'mentoringPair.askedBy'],
  ...['referee.state', 'referee.audience', 'refereeRequest.state'],
  ...['outcome', 'discipline', 'kind', 'role'].map((word) => `confirmedCredit.${word}`),
  ...['coordinator.timeZone', 'coordinator.daysVisibility', 'coordinator.visibility'],
  ...['project.type', 'project.discipline', 'project.regions', 'project.languages', 'project.employmentForm'],
  ...['storedFile.mediaType'],
  ...['projectPhase.kind', 'sealingKey.purpose', 'sealingKey.wrapped', 'searchIndexed.documentHash'],
  ...['searchUpkeep.work', 'searchUpkeep.result', 'searchUpkeep.madeBy'],
  ...['searchCode.kind', 'searchCode.code'],
  ...[
    'reasonTemplate.purpose',
    'reasonTemplate.withdrawalCode',
    'inquiryMessage.party',
    'inquiry.wrappedKey',
  ],
  ...['event.kind', 'event.actorRole', 'event.subjectKind'],
  ...['report.subject', 'report.reason', 'report.state', 'reportContest.party', 'auditSeal.hash'],
  ...['reportDecision.outcome', 'reportDecision.ground'],
  ...['revision.subjectKind', 'revision.change'],
  ...['notification.kind', 'notification.path', 'notification.delivery'],
  ...['noticePreference.kind', 'noticePreference.delivery'],
  ...['savedSearch.queryDigest', 'savedSearch.endedBecause'],
  ...['exposure.facet', 'exposure.value'],
  ...['mail.template', 'mail.locale', 'mail.state', 'mail.messageId'],
  ...['idempotency.operation', 'idempotency.requestDigest', 'rateLimit.key'],
  // The same words as in company.registration and companyDecision.reason, whose world.canaries they carry.
  ...['companyDecision.registration', 'companyStanding.reason'],
  // Made of account.email, of public texts, and of what is sealed: the tests below look into them.
  ...[
    'mail.recipient',
    'mail.contentSealed',
    'notification.contentSealed',
    'coordinator.words',
    'coordinator.spelt',
    'event.facts',
  ],
  'idempotency.answerSealed',
  ...['recoveryCode.codeDigest', 'signInStep.tokenHash'],
  ...['retentionPeriod.rule', 'erasedAccount.because'],
  ...['importList.locale', 'importList.encoding', 'importList.separator', 'importList.mapping'],
  ...['calendarFeed.tokenHash', 'calendarEntry.status'],
  ...['calendarImport.stand', 'calendarImport.scope', 'calendarImport.leftOut'],
  ...['importList.state', 'importRow.state', 'importRow.problems', 'importRow.addressHash'],
  ...['invitation.tokenHash', 'invitation.addressHash', 'invitation.locale', 'invitation.closedBecause'],
  'mailRefusal.addressHash',
  // The same words as in importRow.contentSealed, which leave it when the invitation is made.
  'invitation.contentSealed',
])

describe('while a request waits', () => {
  test('nobody comes upon what is not for them', () => look(({ before }) => before), 60_000)

  test('no private word finds anybody', async () => {
    const found: string[] = []
    for (const viewer of Object.keys(world.clients) as Viewer[])
      for (const { column, marker } of world.canaries.filter(
        (canary) => !canary.before.includes('visitor'),
      )) {
        const { body } = await world.clients[viewer].get(
          `/api/coordinators?q=${encodeURIComponent(`"${marker}"`)}`,
        )
        for (const { slug, highlights } of body?.items ?? [])
          if (highlights && slug === world.coordinator.slug) found.push(`${viewer} by ${column}`)
      }
    expect(found).toEqual([])
  }, 60_000)

  test('the days of others show that they are taken, never by whom or what for', async () => {
    const { body } = await world.clients.visitor.get(
      `/api/coordinators/${world.coordinator.slug}/availability?from=${dayFromNow(api, 60)}&to=${dayFromNow(api, 61)}`,
    )
    expect(body).toEqual({
      days: [60, 61].map((count) => ({ date: dayFromNow(api, count), state: 'unavailable' })),
    })
  })
})

describe('once it was accepted', () => {
  beforeAll(() => world.accept())

  test(
    'each side meets the other’s contact and title, and nobody else does',
    () => look(({ before, after = [] }) => [...before, ...after]),
    60_000,
  )

  test('mails tell neither titles nor words nor reasons, and each reader only what is theirs', async () => {
    const readers = {
      [world.coordinator.email]: 'coordinator',
      [world.production.email]: 'production',
    } as const
    const leaks: string[] = []
    const { rows } = await sql<{ recipient: string }>`select distinct recipient from mail`.execute(
      api.database.ownerDb,
    )
    for (const { recipient } of rows)
      for (const mail of await api.mailsTo(recipient))
        for (const { column, marker, before, after = [], sealed } of world.canaries) {
          if (!holds(JSON.stringify(mail), marker)) continue
          const viewer = readers[recipient]
          if (sealed || !viewer || ![...before, ...after].includes(viewer))
            leaks.push(`${mail.template} to ${viewer ?? recipient} holds ${column}`)
        }
    expect(leaks).toEqual([])
  })

  test('the audit trail holds codes and ids alone', async () => {
    const lines = await api.database.ownerDb.selectFrom('event').selectAll().execute()
    const trail = JSON.stringify(lines.map(({ facts, kind }) => [facts, kind]))
    expect(lines.length).toBeGreaterThan(10)
    expect(world.canaries.filter(({ marker }) => holds(trail, marker)).map(({ column }) => column)).toEqual(
      [],
    )
  })

  test('what is sealed lies nowhere in clear', async () => {
    const found: string[] = []
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(api.database.ownerDb)
    for (const { name } of tables) {
      const { rows } = await sql<{ text: string }>`
        select t::text as text from ${sql.table(name)} t`.execute(api.database.ownerDb)
      for (const { column, marker } of world.canaries.filter(({ sealed }) => sealed))
        if (rows.some(({ text }) => holds(text, marker) || text.includes(hex(marker))))
          found.push(`${column} in ${name}`)
    }
    expect(found).toEqual([])
  })

  test('the search index holds public words alone', async () => {
    await api.sync?.run()
    const documents = await indexedDocuments()
    expect(documents).toContain('Solène Publique')
    expect(
      world.canaries.filter(({ marker }) => holds(documents, marker)).map(({ column }) => column),
    ).toEqual([])
  })

  test('log lines name nobody', () => {
    expect(world.logged.length).toBeGreaterThan(500)
    const said = world.logged.join('\n')
    expect(world.canaries.filter(({ marker }) => holds(said, marker)).map(({ column }) => column)).toEqual([])
    expect(said).not.toContain(world.coordinator.slug)
  })
})

const hex = (text: string) => Buffer.from(text).toString('hex')

/** All documents of this test's own index, as the search server holds them. */
const indexedDocuments = async (): Promise<string> => {
  const { url, key } = inject('meili')
  const headers = { authorization: `Bearer ${key}` }
  const { results } = (await (await fetch(`${url}/indexes?limit=1000`, { headers })).json()) as {
    results: { uid: string }[]
  }
  const texts = await Promise.all(
    results.map(async ({ uid }) =>
      (await fetch(`${url}/indexes/${uid}/documents?limit=1000`, { headers })).text(),
    ),
  )
  return texts.join('\n')
}
