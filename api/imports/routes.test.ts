import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendMail } from '../mail/send-mail.ts'
import { createTestApi, freshAddress, type TestApi } from '../test/api.ts'
import { bring, csv, importsDesk, mailedToken, rowCount, tryOut } from '../test/imports.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'
import { workImports } from './service.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const { get, post, start } = importsDesk(() => registrar)

describe('a list', () => {
  test('is read, its columns guessed and its first lines shown; nothing is sent', async () => {
    const mails = await rowCount(api, 'mail')
    const { status, body } = await bring(api, registrar, {
      file: csv(
        ['Prénom', 'Nom', 'Courriel', 'Métier', 'Région', 'Notes'],
        ['Ada', 'Essai', 'ada@example.test', 'intimité', 'Bretagne', '=1+1'],
      ),
    })
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body).toMatchObject({ state: 'draft', rows: 1, encoding: 'utf-8', separator: 'semicolon' })
    const detail = await get(body.id)
    expect(detail.columns.map(({ field }: { field: string }) => field)).toEqual([
      'given-name',
      'family-name',
      'email',
      'discipline',
      'region',
      null,
    ])
    expect(detail.columns[5].samples).toEqual(['=1+1'])
    expect(await rowCount(api, 'mail')).toBe(mails)
  })

  test('that cannot be read is refused with the row to look at, and nothing of it is kept', async () => {
    const before = (await registrar.client.get('/api/registrar/imports')).body.total
    const { status, body } = await bring(api, registrar, {
      file: 'Nom;Courriel\nAda;a@example.test\n"Bo;b@x.test\n',
    })
    expect([status, body.code, body.because, body.row]).toEqual([400, 'list-unreadable', 'quote-unclosed', 3])
    expect(body.errors[0].pointer).toBe('/file')
    expect((await registrar.client.get('/api/registrar/imports')).body.total).toBe(before)
  })

  test('of more than two megabytes is refused', async () => {
    const { status, body } = await bring(api, registrar, { file: `Nom;Courriel\n${'x'.repeat(2_200_000)}` })
    expect([status, body.code]).toEqual([413, 'body-too-large'])
  })

  test('needs a column for the address and one for the name, none filled twice', async () => {
    const { body } = await bring(api, registrar)
    const refused = await Promise.all(
      [['name', null], [null, 'email'], ['email', 'email'], ['name']].map((mapping) =>
        tryOut(registrar, body.id, { mapping }),
      ),
    )
    expect(refused.map(({ status, body }) => [status, body.errors[0].pointer])).toEqual([
      [400, '/mapping'],
      [400, '/mapping'],
      [400, '/mapping/1'],
      [400, '/mapping'],
    ])
    expect((await get(body.id)).state).toBe('draft')
  })
})

test('a trial names what is wrong by row and column, finds doubles in the file and people known already, and sends nothing', async () => {
  const known = await signUp(api, 'production')
  const invited = freshAddress('waiting')
  const first = await bring(api, registrar, { file: csv(['Nom', 'Courriel'], ['Wanda Waiting', invited]) })
  await tryOut(registrar, first.body.id)
  await workImports(api.deps)
  await start(first.body.id)
  await workImports(api.deps)
  const mails = await rowCount(api, 'mail')
  const ada = freshAddress('ada')
  const { body } = await bring(api, registrar, {
    file: csv(
      ['Nom', 'Courriel', 'Métier', 'Région', 'Intitulé'],
      ['Ada Essai', ada, 'éco-production', 'PACA, Corse', ''],
      ['Bo Essai', 'bo at example.test', '', 'Atlantide', ''],
      ['', 'cy@example.test', 'plomberie', '', 'Coordinatrice certifiée'],
      ['Ada Encore', ada.toUpperCase(), '', '', ''],
      ['Connue', known.email, '', '', ''],
      ['Wanda', invited, '', '', ''],
      ['Déborde', 'd@example.test', '', '', '', 'de trop'],
    ),
  })
  expect((await tryOut(registrar, body.id)).body).toMatchObject({
    state: 'checking',
    progress: { done: 0, of: 7 },
  })
  await workImports(api.deps)
  const list = await get(body.id)
  expect(list).toMatchObject({
    state: 'checked',
    ready: 1,
    problem: 3,
    skipped: 3,
    progress: { done: 7, of: 7 },
  })
  expect(list.letter).toMatchObject({ to: ada })
  const { items } = await get(body.id, '/rows')
  expect(
    items.map(({ number, problems }: { number: number; problems: object[] }) => [number, problems]),
  ).toEqual([
    [2, []],
    [
      3,
      [
        { code: 'region-unknown', column: 3 },
        { code: 'email-wrong', column: 1 },
      ],
    ],
    [
      4,
      [
        { code: 'discipline-unknown', column: 2 },
        { code: 'name-missing', column: 0 },
        { code: 'title-claims-certification', column: 4 },
      ],
    ],
    [5, [{ code: 'duplicate-row', column: null }]],
    [6, [{ code: 'has-account', column: null }]],
    [7, [{ code: 'invited-already', column: null }]],
    [8, [{ code: 'too-many-cells', column: 5 }]],
  ])
  expect((await get(body.id, '/rows?problem=email-wrong')).total).toBe(1)
  expect((await get(body.id, '/rows?state=skipped')).total).toBe(3)
  expect(await rowCount(api, 'mail')).toBe(mails)
})

test('sending mails each ready person once, keeps nothing of them in clear, and publishes nobody', async () => {
  const address = freshAddress('ada')
  const before = {
    coordinators: await rowCount(api, 'coordinator'),
    accounts: await rowCount(api, 'account'),
  }
  const { body } = await bring(api, registrar, {
    file: csv(['Nom', 'Courriel', 'Présentation'], ['Zélie Marqueur', address, '"=HYPERLINK(""x"")"']),
  })
  await tryOut(registrar, body.id)
  await workImports(api.deps)
  expect((await post(body.id, 'start', { reviewed: false })).status).toBe(400)
  expect((await start(body.id)).body.state).toBe('sending')
  expect((await start(body.id)).body.code).toBe('import-step-passed')
  await workImports(api.deps)
  expect(await get(body.id)).toMatchObject({ state: 'done', invited: 1, mails: { queued: 1 } })
  const [mail] = await api.mailsTo(address)
  expect(mail?.text).toContain('Annuaire 2026 de l’Association fictive')
  expect(mail?.text).toContain('/stop')
  expect({
    coordinators: await rowCount(api, 'coordinator'),
    accounts: await rowCount(api, 'account'),
  }).toEqual(before)
  const { ownerDb } = api.database
  const kept = JSON.stringify([
    await ownerDb.selectFrom('importRow').selectAll().execute(),
    await ownerDb.selectFrom('importList').selectAll().execute(),
    await ownerDb.selectFrom('invitation').selectAll().execute(),
    await ownerDb.selectFrom('event').select('facts').where('subjectKind', '=', 'import').execute(),
  ])
  expect([kept.includes('Zélie'), kept.includes(address)]).toEqual([false, false])
})

test('an import stopped while its mails wait takes them back; one stopped before sending forgets its lines at once', async () => {
  const address = freshAddress('stopped')
  const file = csv(['Nom', 'Courriel'], ['Ada', address], ['Bo', freshAddress('bo')])
  const { body } = await bring(api, registrar, { file })
  await tryOut(registrar, body.id)
  await workImports(api.deps)
  await start(body.id)
  await workImports(api.deps)
  const token = await mailedToken(api, address)
  const stopped = await post(body.id, 'cancel')
  expect(stopped.body).toMatchObject({ state: 'cancelled', mails: { queued: 0 } })
  expect(await api.mailsTo(address)).toEqual([])
  expect((await api.visitor().get(`/api/invitations/${token}`)).body).toMatchObject({
    state: 'revoked',
    person: null,
  })
  expect((await post(body.id, 'cancel')).body.code).toBe('import-step-passed')

  const { body: early } = await bring(api, registrar, { file })
  expect((await post(early.id, 'cancel')).body).toMatchObject({ state: 'cancelled', columns: [] })
  expect((await get(early.id, '/rows')).total).toBe(0)
})

test('mail somebody waits for leaves before thousands of invitations', async () => {
  const { body } = await bring(api, registrar, {
    file: csv(
      ['Nom', 'Courriel'],
      ...Array.from({ length: 40 }, (_, n) => [`N ${n}`, freshAddress(`bulk${n}`)]),
    ),
  })
  await tryOut(registrar, body.id)
  await workImports(api.deps)
  await start(body.id)
  await workImports(api.deps)
  api.clock.advance({ minutes: 1 })
  const { email } = await signUp(api, 'coordinator', { verified: false })
  await api.database.ownerDb
    .updateTable('mail')
    .set({ state: 'sent' })
    .where('bulk', '=', false)
    .where('recipient', '<>', email)
    .execute()
  let turns = 0
  const stop = new AbortController()
  const now = () => {
    turns += 1
    if (turns > 2) stop.abort()
    return api.clock.now()
  }
  const watching = { ...api.deps, clock: { now } }
  await sendMail(watching, stop.signal)
  const sent = await api.database.ownerDb
    .selectFrom('mail')
    .select('recipient')
    .where('state', '=', 'kept')
    .execute()
  expect(sent.map(({ recipient }) => recipient)).toContain(email)
  expect(sent.length).toBeLessThan(5)
})

test('only registrars know of imports', async () => {
  const { body } = await bring(api, registrar)
  const someone = await signUp(api, 'coordinator')
  expect((await someone.client.get(`/api/registrar/imports/${body.id}`)).status).toBe(403)
  expect((await bring(api, someone)).status).toBe(403)
})
