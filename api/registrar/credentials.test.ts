import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const queue = '/api/registrar/credentials'
const nobody = '01980000-0000-7000-8000-000000000001'

const declare = async (more: object = {}, locale = 'fr') => {
  const owner = await signUp(api, 'coordinator', { displayName: 'Tess Marchandeau', locale })
  const { body } = await owner.client.post('/api/me/credentials', {
    code: 'IC-BECTU-REG',
    number: 'B-17',
    ...more,
  })
  return { ...owner, credentialId: body.id as string }
}

const decide = (credentialId: string, decision: object) =>
  registrar.client.post(`${queue}/${credentialId}/decisions`, decision)

const own = async ({ client }: TestPerson) => (await client.get('/api/me/credentials')).body.items[0]

const seenByOthers = async ({ client }: TestPerson) =>
  (await client.get('/api/me/profile/preview?as=after-acceptance')).body.credentials

describe('the queue', () => {
  test('holds what waits, the oldest first, with person, number and past', async () => {
    const [first, second] = [await declare(), await declare()]
    const { body } = await registrar.client.get(`${queue}?perPage=50`)
    const ids = body.items.map(({ id }: { id: string }) => id)
    expect(ids.indexOf(first.credentialId)).toBeLessThan(ids.indexOf(second.credentialId))
    expect(body.items[ids.indexOf(first.credentialId)]).toEqual({
      id: first.credentialId,
      code: 'IC-BECTU-REG',
      number: 'B-17',
      issuedOn: null,
      expiresOn: null,
      declaredAt: api.clock.now().toISOString(),
      state: 'declared',
      refused: false,
      endsOn: null,
      evidence: null,
      sameEvidenceElsewhere: 0,
      thread: null,
      coordinator: { displayName: 'Tess Marchandeau', slug: null, published: false },
      history: [],
      allowedDecisions: ['document-seen', 'confirm', 'refuse'],
    })
  })

  test('comes in pages, and a page beyond the last is empty with the same total', async () => {
    await declare()
    await declare()
    const first = (await registrar.client.get(`${queue}?perPage=1`)).body
    const second = (await registrar.client.get(`${queue}?perPage=1&page=2`)).body
    expect(first).toMatchObject({ page: 1, perPage: 1, total: second.total })
    expect(second.items[0].id).not.toBe(first.items[0].id)
    expect((await registrar.client.get(`${queue}?page=999`)).body).toMatchObject({
      items: [],
      total: first.total,
    })
  })

  test('files each declaration under its state', async () => {
    const { credentialId } = await declare()
    const statesThatHold = async () => {
      const states = ['declared', 'document-seen', 'confirmed', 'expired', 'withdrawn', 'refused']
      const lists = await Promise.all(
        states.map((state) => registrar.client.get(`${queue}?state=${state}&perPage=50`)),
      )
      return states.filter((_, index) =>
        lists[index]?.body.items.some(({ id }: { id: string }) => id === credentialId),
      )
    }
    expect(await statesThatHold()).toEqual(['declared'])
    await decide(credentialId, { decision: 'refuse', reason: 'illegible' })
    expect(await statesThatHold()).toEqual(['refused'])
    await decide(credentialId, { decision: 'confirm', reason: 'vu', validUntil: '2027-02-01' })
    expect(await statesThatHold()).toEqual(['confirmed'])
    const start = api.clock.now()
    api.clock.set(new Date('2027-02-02T00:00:00Z'))
    registrar = await aRegistrar(api)
    expect(await statesThatHold()).toEqual(['expired'])
    await decide(credentialId, { decision: 'withdraw', code: 'issuer-withdrew' })
    expect(await statesThatHold()).toEqual(['withdrawn'])
    api.clock.set(start)
    registrar = await aRegistrar(api)
  })

  test('forgets what its owner took back', async () => {
    const { client, credentialId } = await declare()
    await client.delete(`/api/me/credentials/${credentialId}`)
    expect(await decide(credentialId, { decision: 'confirm' })).toMatchObject({
      status: 404,
      body: { code: 'credential-not-found' },
    })
  })
})

describe('a decision', () => {
  test('shows on the badge at once, in the trail and in a mail, without a word of it in the trail', async () => {
    const owner = await declare()
    const reason = 'liste publique consultée'
    const answer = await decide(owner.credentialId, { decision: 'confirm', reason, validUntil: '2028-06-30' })
    expect(answer).toMatchObject({
      status: 201,
      body: { state: 'confirmed', endsOn: '2028-06-30', allowedDecisions: ['confirm', 'withdraw'] },
    })
    expect(answer.body.history).toMatchObject([
      { decision: 'confirm', reason, code: null, validUntil: '2028-06-30' },
    ])
    expect(await own(owner)).toMatchObject({ state: 'confirmed', decision: { decision: 'confirm', reason } })
    expect(await seenByOthers(owner)).toMatchObject([
      { code: 'IC-BECTU-REG', state: 'confirmed', endsOn: '2028-06-30', checkedOn: '2027-02-01' },
    ])
    const line = (await registrar.client.get(`/api/registrar/audit?subject=${owner.credentialId}`)).body
      .items[0]
    expect(line).toMatchObject({
      kind: 'credential.decided',
      actor: { id: registrar.id, role: 'registrar' },
      subject: { kind: 'credential', id: owner.credentialId },
      facts: { code: 'IC-BECTU-REG', decision: 'confirm', from: 'declared', validUntil: '2028-06-30' },
    })
    expect(JSON.stringify(line)).not.toContain('liste')
    const mail = (await api.mailsTo(owner.email)).at(-1)
    expect(mail).toMatchObject({
      template: 'credential-decided',
      subject: 'Titre confirmé\u00a0: Registre Bectu des coordinations d’intimité',
    })
    expect(mail?.text).toContain('Valable jusqu’au 30 juin 2028 inclus.')
    expect(mail?.text).toContain(reason)
  })

  test('speaks English to who reads English', async () => {
    const owner = await declare({}, 'en')
    await decide(owner.credentialId, { decision: 'refuse', reason: 'name differs' })
    expect((await api.mailsTo(owner.email)).at(-1)).toMatchObject({
      subject: 'Credential to be corrected: Bectu Intimacy Coordinator Registry',
    })
  })

  test('to refuse hides the declaration from everybody but its owner, who reads why', async () => {
    const owner = await declare()
    expect(await seenByOthers(owner)).toHaveLength(1)
    await decide(owner.credentialId, { decision: 'refuse', reason: 'name differs' })
    expect(await seenByOthers(owner)).toEqual([])
    expect(await own(owner)).toMatchObject({
      state: 'declared',
      refused: true,
      decision: { reason: 'name differs' },
    })
  })

  test('to withdraw keeps its code and takes the badge off', async () => {
    const owner = await declare()
    await decide(owner.credentialId, { decision: 'document-seen', reason: 'vu' })
    const { body } = await decide(owner.credentialId, {
      decision: 'withdraw',
      reason: 'document-false: tampon absent',
    })
    expect(body).toMatchObject({ state: 'withdrawn' })
    expect(body.history[0]).toMatchObject({
      decision: 'withdraw',
      code: 'document-false',
      reason: 'tampon absent',
    })
    expect(await seenByOthers(owner)).toEqual([])
    expect((await api.mailsTo(owner.email)).at(-1)?.text).toContain('le document n’est pas authentique')
  })

  test('remembers what was decided on an earlier declaration of the same credential', async () => {
    const owner = await declare()
    await decide(owner.credentialId, { decision: 'refuse', reason: 'name differs' })
    await owner.client.delete(`/api/me/credentials/${owner.credentialId}`)
    const { body } = await owner.client.post('/api/me/credentials', { code: 'IC-BECTU-REG', number: 'B-18' })
    const { items } = (await registrar.client.get(`${queue}?perPage=50`)).body
    expect(items.find(({ id }: { id: string }) => id === body.id).history).toMatchObject([
      { decision: 'refuse', reason: 'name differs', earlierDeclaration: true },
    ])
  })

  test.each([
    ['a refusal without a reason', { decision: 'refuse' }, '/reason'],
    ['a withdrawal without a code', { decision: 'withdraw', reason: 'because' }, '/code'],
    ['an unknown withdrawal code', { decision: 'withdraw', code: 'because' }, '/code'],
    ['a validity in the past', { decision: 'confirm', validUntil: '2027-01-31' }, '/validUntil'],
    [
      'a validity of a refusal',
      { decision: 'refuse', reason: 'no', validUntil: '2028-01-01' },
      '/validUntil',
    ],
    ['an unknown decision', { decision: 'bless' }, '/decision'],
    ['a decider of its choosing', { decision: 'confirm', decidedBy: nobody }, '/decidedBy'],
  ])('%s is refused before it is looked whether the credential exists', async (_, decision, pointer) => {
    const { status, body } = await decide(nobody, decision)
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('that does not fit the state is refused, and leaves no trace', async () => {
    const owner = await declare()
    expect(await decide(owner.credentialId, { decision: 'withdraw', code: 'holder-asked' })).toMatchObject({
      status: 409,
      body: { code: 'decision-not-allowed' },
    })
    const trail = (await registrar.client.get(`/api/registrar/audit?subject=${owner.credentialId}`)).body
    expect(trail.items.map(({ kind }: { kind: string }) => kind)).toEqual(['credential.declared'])
  })

  test('never attests a document that has ended', async () => {
    const owner = await declare({ issuedOn: '2024-01-01', expiresOn: '2027-01-31' })
    for (const decision of ['document-seen', 'confirm'])
      expect(await decide(owner.credentialId, { decision, validUntil: '2030-01-01' })).toMatchObject({
        status: 409,
        body: { code: 'credential-ended' },
      })
  })

  test('cannot outlive the end printed on the document', async () => {
    const owner = await declare({ issuedOn: '2026-01-01', expiresOn: '2027-12-31' })
    const { body } = await decide(owner.credentialId, {
      decision: 'confirm',
      reason: 'vu',
      validUntil: '2030-01-01',
    })
    expect(body.endsOn).toBe('2027-12-31')
  })

  test('is taken once when two registrars refuse at once', async () => {
    const owner = await declare()
    const answers = await Promise.all(
      [1, 2, 3].map(() => decide(owner.credentialId, { decision: 'refuse', reason: 'illegible' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  })
})

test('the desk is for registrars, and tells nobody else what is on it', async () => {
  const owner = await declare()
  const { client: production } = await signUp(api, 'production')
  const visitor = api.visitor()
  const ask = (client: TestPerson['client']) => [
    client.get(queue),
    client.get(`${queue}?state=nonsense`),
    client.post(`${queue}/${owner.credentialId}/decisions`, { decision: 'confirm' }),
    client.post(`${queue}/${nobody}/decisions`, {}),
    client.get('/api/registrar/audit'),
    client.get('/api/registrar/companies'),
    client.post(`/api/registrar/companies/${nobody}/decisions`, {}),
  ]
  for (const answer of await Promise.all(ask(visitor))) expect(answer.status).toBe(401)
  for (const client of [production, owner.client])
    for (const answer of await Promise.all(ask(client))) expect(answer.status).toBe(403)
  expect(await own(owner)).toMatchObject({ state: 'declared' })
})
