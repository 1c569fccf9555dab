import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meaningOf } from '../constraints.ts'
import { addAccount, addBlock, addBooking, addCoordinator, addProject, type Project } from './arrange.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
let project: Project
beforeAll(async () => {
  database = await createTestDatabase()
  project = await addProject(database.db)
})
afterAll(() => database.drop())

/** The error a statement ended in; failing when it went through. */
const failureOf = async (statement: Promise<unknown>): Promise<unknown> =>
  statement.then(
    () => expect.fail('the statement went through'),
    (error: unknown) => error,
  )

const book = (coordinatorId: string, days: string[], values: Parameters<typeof addBooking>[4] = {}) =>
  addBooking(database.db, project, coordinatorId, days, values)

describe('two confirmed bookings of one person', () => {
  test('cannot share an exclusive day', async () => {
    const person = await addCoordinator(database.db)
    await book(person, ['2027-03-08', '2027-03-10'])
    const failure = await failureOf(book(person, ['2027-03-09', '2027-03-10']))
    expect(failure).toMatchObject({ code: '23P01', constraint: 'booking_no_overlap' })
    expect(meaningOf(failure)).toBe('dates-taken')
  })

  test('may interleave their scattered days', async () => {
    const person = await addCoordinator(database.db)
    await book(person, ['2027-03-08', '2027-03-10', '2027-03-12'])
    await expect(book(person, ['2027-03-09', '2027-03-11'])).resolves.toBeTypeOf('string')
  })

  test('may share a day that does not exclude other work', async () => {
    const person = await addCoordinator(database.db)
    await book(person, ['2027-03-08'])
    await expect(book(person, ['2027-03-08'], { exclusiveDays: '{}' })).resolves.toBeTypeOf('string')
  })

  test('of two people are free to fall on one day', async () => {
    await book(await addCoordinator(database.db), ['2027-03-08'])
    await expect(book(await addCoordinator(database.db), ['2027-03-08'])).resolves.toBeTypeOf('string')
  })

  test('cannot arise by an update either', async () => {
    const person = await addCoordinator(database.db)
    await book(person, ['2027-03-08'])
    const option = await book(person, ['2027-03-08'], {
      state: 'option',
      expiresAt: new Date('2027-02-01T00:00:00Z'),
    })
    const confirmed = database.db.updateTable('booking').set({ state: 'confirmed' }).where('id', '=', option)
    expect(meaningOf(await failureOf(confirmed.execute()))).toBe('dates-taken')
  })

  test('options may pile up on a day, and a cancelled booking frees it', async () => {
    const person = await addCoordinator(database.db)
    const option = { state: 'option', expiresAt: new Date('2027-02-01T00:00:00Z') } as const
    await book(person, ['2027-03-08'], option)
    await book(person, ['2027-03-08'], option)
    const first = await book(person, ['2027-03-08'])
    await database.db.updateTable('booking').set({ state: 'cancelled' }).where('id', '=', first).execute()
    await expect(book(person, ['2027-03-08'])).resolves.toBeTypeOf('string')
  })
})

describe('the days of a booking', () => {
  const refused: Record<string, string> = {
    'are not empty': '{}',
    'begin somewhere': '{(,2027-03-08]}',
    'end somewhere': '{[2027-03-08,)}',
    'do not begin at infinity': '{[-infinity,2027-03-08]}',
    'do not end at infinity': '{[2027-03-08,infinity]}',
    'span at most three years': '{[2027-03-08,2027-03-09),[2030-03-20,2030-03-21)}',
  }
  test.each(Object.entries(refused))('%s', async (_, days) => {
    const person = await addCoordinator(database.db)
    const failure = await failureOf(book(person, [], { days, exclusiveDays: '{}' }))
    expect(failure).toMatchObject({ code: '23514', constraint: 'booking_days_finite' })
  })

  test('hold every exclusive day', async () => {
    const person = await addCoordinator(database.db)
    const failure = await failureOf(
      book(person, ['2027-03-08'], { exclusiveDays: '{[2027-03-09,2027-03-09]}' }),
    )
    expect(failure).toMatchObject({ constraint: 'booking_exclusive_within' })
  })
})

test.each(['empty', '(,2027-03-08]', '[2027-03-08,)', '[2027-03-08,infinity]'])(
  'a block of %s days is refused',
  async (days) => {
    const person = await addCoordinator(database.db)
    const failure = await failureOf(addBlock(database.db, person, { kind: 'unavailable', days }))
    expect(failure).toMatchObject({ constraint: 'availability_block_days_finite' })
  },
)

describe('a broken constraint says what it protects', () => {
  const declare = (coordinatorId: string, code: string) =>
    database.db.insertInto('credential').values({ coordinatorId, code }).execute()

  test('email-taken', async () => {
    const account = {
      passwordHash: '-',
      displayName: '-',
      role: 'production',
      email: 'taken@test.test',
    } as const
    await database.db.insertInto('account').values(account).execute()
    const again = database.db.insertInto('account').values(account).execute()
    expect(meaningOf(await failureOf(again))).toBe('email-taken')
  })

  test('slug-taken and profile-exists', async () => {
    const accountId = await addAccount(database.db)
    await addCoordinator(database.db, { slug: 'maelle-kervadec', accountId })
    expect(meaningOf(await failureOf(addCoordinator(database.db, { slug: 'maelle-kervadec' })))).toBe(
      'slug-taken',
    )
    expect(meaningOf(await failureOf(addCoordinator(database.db, { accountId })))).toBe('profile-exists')
  })

  test('company-exists', async () => {
    const { companyId } = await addProject(database.db)
    const accountId = await addAccount(database.db, 'production')
    const own = (id: string) =>
      database.db.updateTable('company').set({ accountId }).where('id', '=', id).execute()
    await own(project.companyId)
    expect(meaningOf(await failureOf(own(companyId)))).toBe('company-exists')
  })

  test('credential-declared: one live row per person and code', async () => {
    const person = await addCoordinator(database.db)
    await declare(person, 'IC-CQP-FR')
    expect(meaningOf(await failureOf(declare(person, 'IC-CQP-FR')))).toBe('credential-declared')
    await database.db.updateTable('credential').set({ removedAt: new Date() }).execute()
    await expect(declare(person, 'IC-CQP-FR')).resolves.toBeDefined()
  })

  test('credential-not-holdable: nobody holds one that is still being created', async () => {
    const person = await addCoordinator(database.db)
    expect(meaningOf(await failureOf(declare(person, 'EC-CPNEF-FR')))).toBe('credential-not-holdable')
  })

  test('other errors say nothing', async () => {
    const person = await addCoordinator(database.db)
    const wrongWord = addCoordinator(database.db, { slug: 'Not A Slug' })
    expect(meaningOf(await failureOf(wrongWord))).toBeUndefined()
    expect(meaningOf(await failureOf(book(person, [], { days: '{}' })))).toBeUndefined()
    expect(meaningOf(new Error('anything'))).toBeUndefined()
    expect(meaningOf(undefined)).toBeUndefined()
  })
})
