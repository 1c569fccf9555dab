import { randomUUID } from 'node:crypto'
import { type Db, toMultirange } from '@repere/db'
import { insertRows } from '@repere/db/seeds/many/insert-rows.ts'
import { addProject, type Project } from '@repere/db/test/arrange.ts'
import { rangesOf } from '@repere/db/vocabulary/day.ts'
import { now, type Sketch } from './cast.ts'

/** Writes people into the tables, all at once, and gives back who is who. */
export const addPeople = async (
  db: Db,
  sketches: readonly Sketch[],
  project?: Project,
): Promise<Map<string, Sketch>> => {
  const asker = project ?? (await addProject(db))
  const people = new Map(sketches.map((person) => [randomUUID() as string, person]))
  const written = [...people].map(([id, person]) => rowsOf(id, person, asker))
  await db.transaction().execute(async (trx) => {
    for (const table of tables)
      await insertRows(
        trx,
        table,
        written.flatMap((rows): Record<string, unknown>[] => rows[table]),
      )
  })
  return people
}

/** In the order in which they refer to each other. */
const tables = [
  'account',
  'coordinator',
  'calendar',
  'coordinatorLanguage',
  'credential',
  'credentialDecision',
  'availabilityBlock',
  'weeklyRule',
  'booking',
] as const

const rowsOf = (id: string, person: Sketch, project: Project) => {
  const accountId = randomUUID()
  const mine = { coordinatorId: id }
  const credentials = person.credentials.map((credential) => ({ ...credential, id: randomUUID() }))
  return {
    account: [
      {
        id: accountId,
        email: `${accountId}@test.test`,
        passwordHash: '-',
        displayName: person.displayName,
        role: 'coordinator',
        state: person.suspended ? 'suspended' : 'active',
      },
    ],
    coordinator: [
      {
        id,
        slug: id,
        accountId,
        displayName: person.displayName,
        titleForm: person.titleForm,
        headlineFr: person.headlineFr,
        headlineEn: person.headlineEn,
        bioFr: person.bioFr,
        visibility: { bio: person.bioAudience },
        disciplines: person.disciplines,
        baseRegion: person.baseRegion,
        regions: person.regions,
        specialisms: person.specialisms,
        timeZone: person.timeZone,
        daysVisibility: person.daysVisibility,
        pausedAt: person.paused ? new Date('2027-01-04T09:00:00Z') : null,
        pausedUntil: person.paused ? person.pausedUntil : null,
        publishedAt: person.published ? now : null,
      },
    ],
    calendar: [{ ...mine, confirmedAt: person.confirmedAt, knownUntil: person.knownUntil }],
    coordinatorLanguage: person.languages.map((code) => ({ ...mine, code, level: 'C1' })),
    credential: credentials.map(({ id, code, expiresOn }) => ({ ...mine, id, code, expiresOn })),
    credentialDecision: credentials.flatMap(({ id, decision, validUntil }) =>
      decision ? [{ credentialId: id, decision, validUntil, decidedBy: accountId }] : [],
    ),
    availabilityBlock: person.blocks.flatMap(({ kind, days }) =>
      rangesOf(days).map(({ from, to }) => ({ ...mine, kind, days: `[${from},${to}]` })),
    ),
    weeklyRule: person.weekly.map((weekday) => ({ ...mine, weekday, rule: 'unavailable' })),
    booking: person.bookings.map(({ state, days, exclusive, expiresAt }) => ({
      ...project,
      ...mine,
      kind: 'option',
      state,
      days: toMultirange(rangesOf(days)),
      exclusiveDays: toMultirange(rangesOf(exclusive)),
      phases: [],
      policy: {},
      replyByLimit: now,
      requestedAt: now,
      expiresAt,
      placedAt: now,
      confirmedAt: state === 'confirmed' ? now : null,
    })),
  }
}
