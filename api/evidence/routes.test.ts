import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uploads } from '../http/uploads.ts'
import { sweep } from '../retention/service.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aForm, aLockedStreamPdf, aPdf, aPhoto, aPngOf } from '../test/files.ts'
import { readOperations } from '../test/operations.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

interface Owner extends TestPerson {
  credentialId: string
  path: string
}

const declare = async (): Promise<Owner> => {
  const person = await signUp(api, 'coordinator')
  const { body } = await person.client.post('/api/me/credentials', { code: 'IC-CQP-FR' })
  return { ...person, credentialId: body.id, path: `/api/me/credentials/${body.id}/evidence` }
}
const withDocument = async (bytes: Uint8Array = aPdf(), name = 'attestation.pdf'): Promise<Owner> => {
  const owner = await declare()
  const { status } = await owner.client.put(owner.path, aForm(bytes, name))
  expect(status).toBe(200)
  return owner
}
const own = async ({ client, credentialId }: Owner) =>
  (await client.get('/api/me/credentials')).body.items.find(({ id }: { id: string }) => id === credentialId)
const onDesk = async ({ credentialId }: Owner, state = 'declared') => {
  const { body } = await registrar.client.get(`/api/registrar/credentials?state=${state}&perPage=50`)
  return body.items.find(({ id }: { id: string }) => id === credentialId)
}
const decide = ({ credentialId }: Owner, decision: object) =>
  registrar.client.post(`/api/registrar/credentials/${credentialId}/decisions`, decision)
const readAs = (person: { client: TestPerson['client'] }, { credentialId }: Owner, desk = false) =>
  person.client.get(
    desk
      ? `/api/registrar/credentials/${credentialId}/evidence`
      : `/api/me/credentials/${credentialId}/evidence`,
  )
const trailOf = async ({ credentialId }: Owner) =>
  (await registrar.client.get(`/api/registrar/audit?subject=${credentialId}`)).body.items
const storedFiles = () =>
  readdir(api.deps.config.uploadsDir).then(
    ({ length }) => length,
    () => 0,
  )

describe('a document', () => {
  test('does not hide among thousands of parts', async () => {
    const owner = await declare()
    const form = aForm(aPdf())
    for (let index = 0; index < 5_000; index += 1) form.set(`part${index}`, '')
    const { status, body } = await owner.client.put(owner.path, form)
    expect(status).toBe(400)
    expect(body.errors).toEqual([{ pointer: '', detail: 'must be a form of a few parts' }])
  })

  test('stands beside the declaration, with its name and hash, for its owner and on the desk', async () => {
    const pdf = aPdf('Attestation de Nolwenn')
    const owner = await withDocument(pdf, 'Mon attestation.PDF')
    const wanted = {
      sha256: createHash('sha256').update(pdf).digest('hex'),
      uploadedAt: api.clock.now().toISOString(),
      file: {
        name: 'Mon attestation.pdf',
        mediaType: 'application/pdf',
        sizeBytes: pdf.length,
        deletedOn: null,
      },
    }
    expect((await own(owner)).evidence).toMatchObject(wanted)
    expect((await onDesk(owner)).evidence).toMatchObject(wanted)
  })

  test('is handed out as an attachment that no browser draws or keeps', async () => {
    const pdf = aPdf()
    const owner = await withDocument(pdf, 'Diplôme d’été.pdf')
    for (const { status, headers, body } of [
      await readAs(owner, owner),
      await readAs(registrar, owner, true),
    ]) {
      expect([status, body]).toEqual([200, pdf.toString('latin1')])
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition':
          'attachment; filename="Dipl_me d_t_.pdf"; filename*=UTF-8\'\'Dipl%C3%B4me%20d%E2%80%99%C3%A9t%C3%A9.pdf'.replace(
            'd_t_',
            'd__t_',
          ),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
      })
    }
  })

  test('is for its owner and registrars; to anybody else it does not exist', async () => {
    const owner = await withDocument()
    const without = await declare()
    const stranger = await signUp(api, 'coordinator')
    const nothing = { ...owner, credentialId: '01980000-0000-7000-8000-0000000000ff' }
    const said = ({ status, body }: { status: number; body: object }) => [status, { ...body, instance: '' }]
    const theirs = said(await readAs(stranger, owner))
    expect(theirs[0]).toBe(404)
    expect(theirs).toEqual(said(await readAs(stranger, nothing)))
    expect(theirs).toEqual(said(await readAs(without, without)))
    expect((await readAs({ client: api.visitor() }, owner)).status).toBe(401)
    expect((await readAs(await signUp(api, 'production'), owner)).status).toBe(403)
    expect((await readAs(owner, owner, true)).status).toBe(403)
    expect((await stranger.client.put(owner.path, aForm(aPdf('forged')))).body.code).toBe(
      'credential-not-found',
    )
    expect((await stranger.client.delete(owner.path)).body.code).toBe('credential-not-found')
    expect((await readAs(owner, owner)).body).toContain('Attestation fictive')
  })

  test('read by a registrar is in the trail each time, by codes and ids alone', async () => {
    const owner = await withDocument(aPdf(), 'Nom-Secret.pdf')
    await readAs(registrar, owner, true)
    await readAs(registrar, owner, true)
    await readAs(owner, owner)
    const lines = await trailOf(owner)
    const { id } = (await own(owner)).evidence
    expect(lines.map(({ kind }: { kind: string }) => kind)).toEqual([
      'evidence.opened',
      'evidence.opened',
      'evidence.stored',
      'credential.declared',
    ])
    expect(lines[0]).toMatchObject({
      actor: { id: registrar.id, role: 'registrar' },
      facts: { code: 'IC-CQP-FR', evidence: id },
    })
    expect(JSON.stringify(lines)).not.toContain('Nom-Secret')
  })

  test('is replaced by another, which leaves nothing of the first', async () => {
    const owner = await withDocument(aPdf('first'))
    const first = (await own(owner)).evidence
    const scan = await aPhoto()
    const { body } = await owner.client.put(owner.path, aForm(scan, 'scan.jpeg'))
    expect(body).toMatchObject({ file: { name: 'scan.jpg', mediaType: 'image/jpeg' } })
    expect(body.id).not.toBe(first.id)
    const rows = await api.deps.db
      .selectFrom('credentialEvidence')
      .select('id')
      .where('credentialId', '=', owner.credentialId)
      .execute()
    expect(rows).toEqual([{ id: body.id }])
  })

  test('can be taken back, alone or with its credential', async () => {
    const owner = await withDocument()
    expect((await owner.client.delete(owner.path)).status).toBe(204)
    expect((await own(owner)).evidence).toBeNull()
    expect((await owner.client.delete(owner.path)).body.code).toBe('evidence-not-found')
    await owner.client.put(owner.path, aForm(aPdf()))
    await owner.client.delete(`/api/me/credentials/${owner.credentialId}`)
    expect((await readAs(owner, owner)).status).toBe(404)
    expect((await readAs(registrar, owner, true)).status).toBe(404)
    const files = await api.deps.db
      .selectFrom('storedFile')
      .select('id')
      .where('accountId', '=', owner.id)
      .execute()
    expect(files).toEqual([])
  })

  test('sent as a picture holds nothing of the camera, and its hash is of what was sent', async () => {
    const photo = await aPhoto()
    const owner = await withDocument(photo, 'scan.jpg')
    const response = await api.app.request(owner.path, { headers: { cookie: owner.client.cookie() } })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect((await sharp(bytes).metadata()).format).toBe('jpeg')
    expect(bytes.toString('latin1')).not.toContain('EXIF-LYNX')
    expect((await own(owner)).evidence.sha256).toBe(createHash('sha256').update(photo).digest('hex'))
  })
})

describe('what cannot be a document is refused, and nothing is stored', () => {
  test.each<[string, () => Promise<FormData> | FormData, number, string]>([
    ['nothing', () => new FormData(), 400, 'invalid-request'],
    ['a field without a file', () => aForm('', '', ''), 400, 'invalid-request'],
    ['an empty file', () => aForm(''), 400, 'file-empty'],
    [
      'a drawing in SVG',
      () => aForm('<svg onload="alert(1)"/>', 'x.svg', 'image/svg+xml'),
      415,
      'file-type-refused',
    ],
    [
      'a program that calls itself a PDF',
      () => aForm('MZ\u0090\u0000', 'diploma.pdf'),
      415,
      'file-type-refused',
    ],
    ['a PDF cut short', () => aForm(aPdf().subarray(0, 300)), 400, 'file-damaged'],
    ['a locked PDF', () => aForm(aPdf('x', { encrypted: true })), 400, 'file-encrypted'],
    ['a PDF locked in a stream', () => aForm(aLockedStreamPdf()), 400, 'file-encrypted'],
    [
      'a picture of 50,000 by 50,000',
      () => aForm(aPngOf(50_000, 50_000), 'x.png', 'image/png'),
      400,
      'image-too-large',
    ],
    [
      'a picture cut short',
      async () => aForm((await aPhoto()).subarray(0, 900), 'x.jpg'),
      400,
      'file-damaged',
    ],
    ['more than 5 MB', () => aForm(Buffer.alloc(5 * 1_048_576 + 1, '%PDF-')), 413, 'file-too-large'],
    ['much more', () => aForm(Buffer.alloc(8 * 1_048_576)), 413, 'file-too-large'],
  ])('%s', async (_, make, status, code) => {
    const owner = await declare()
    const before = await storedFiles()
    const answer = await owner.client.put(owner.path, await make())
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect((await own(owner)).evidence).toBeNull()
    expect(await storedFiles()).toBe(before)
  })

  test('a field besides the file, JSON, or a form elsewhere', async () => {
    const owner = await declare()
    const form = aForm(aPdf())
    form.set('decision', 'confirm')
    expect((await owner.client.put(owner.path, form)).body).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/decision' }],
    })
    expect((await owner.client.put(owner.path, { file: 'x' })).status).toBe(415)
    expect((await owner.client.post('/api/me/credentials', aForm(aPdf()))).status).toBe(415)
  })

  test('a path in the name is shown as its last part and leads nowhere', async () => {
    const owner = await withDocument(aPdf(), '../../../keys.json')
    expect((await own(owner)).evidence.file.name).toBe('keys.pdf')
    const names = await readdir(api.deps.config.uploadsDir)
    for (const name of names) expect(name).toMatch(/^[0-9a-f-]{36}\.sealed$/)
  })

  test('a form from another site', async () => {
    const owner = await declare()
    const answer = await owner.client.put(owner.path, aForm(aPdf()), { origin: 'https://elsewhere.example' })
    expect([answer.status, answer.body.code]).toEqual([403, 'cross-origin'])
  })
})

test('the routes that take a form are those the document describes with one', () => {
  const described = readOperations().operations.filter(({ upload }) => upload)
  expect(described.map(({ name }) => name).sort()).toEqual(uploads.map((one) => one.join(' ')).sort())
})

describe('a decision', () => {
  test('without a document says in its reason what was checked', async () => {
    const owner = await declare()
    for (const decision of ['document-seen', 'confirm'])
      expect((await decide(owner, { decision })).body.code).toBe('evidence-missing')
    expect((await decide(owner, { decision: 'confirm', reason: 'Liste publique.' })).status).toBe(201)
  })

  test('on a document needs no other reason, names it in the trail, and fixes it', async () => {
    const owner = await withDocument()
    const { id } = (await onDesk(owner)).evidence
    expect((await decide(owner, { decision: 'document-seen', evidenceId: id })).status).toBe(201)
    expect((await trailOf(owner))[0]).toMatchObject({ kind: 'credential.decided', facts: { evidence: id } })
    expect((await owner.client.put(owner.path, aForm(aPdf('other')))).body.code).toBe('evidence-fixed')
    expect((await owner.client.delete(owner.path)).body.code).toBe('evidence-fixed')
    expect((await own(owner)).evidence.file.deletedOn).toBe('2027-05-02')
  })

  test('on a document replaced meanwhile is not taken', async () => {
    const owner = await withDocument(aPdf('seen'))
    const { id } = (await onDesk(owner)).evidence
    await owner.client.put(owner.path, aForm(aPdf('swapped')))
    expect((await decide(owner, { decision: 'confirm', evidenceId: id })).body.code).toBe('evidence-changed')
    await owner.client.delete(owner.path)
    expect((await decide(owner, { decision: 'confirm', evidenceId: id, reason: 'vu' })).body.code).toBe(
      'evidence-changed',
    )
  })

  test('to refuse is answered by a better document, and the declaration waits again, still hidden', async () => {
    const owner = await withDocument(aPdf('illegible'))
    await decide(owner, { decision: 'refuse', reason: 'illisible' })
    expect(await onDesk(owner)).toBeUndefined()
    expect(await onDesk(owner, 'refused')).toMatchObject({ refused: true })
    api.clock.advance({ minutes: 1 })
    await owner.client.put(owner.path, aForm(aPdf('legible')))
    expect(await onDesk(owner, 'refused')).toBeUndefined()
    expect(await onDesk(owner)).toMatchObject({
      refused: false,
      allowedDecisions: ['document-seen', 'confirm', 'refuse'],
      history: [{ decision: 'refuse' }],
    })
    expect(await own(owner)).toMatchObject({ refused: true, shown: false })
    expect((await decide(owner, { decision: 'confirm' })).status).toBe(201)
    expect(await own(owner)).toMatchObject({ state: 'confirmed', shown: true })
  })
})

test('the same document sent by another person is counted on the desk, not by their owners', async () => {
  const shared = aPdf('the same for two')
  const first = await withDocument(shared)
  expect((await onDesk(first)).sameEvidenceElsewhere).toBe(0)
  const second = await withDocument(shared)
  expect((await onDesk(first)).sameEvidenceElsewhere).toBe(1)
  expect((await onDesk(second)).sameEvidenceElsewhere).toBe(1)
  expect(await own(second)).not.toHaveProperty('sameEvidenceElsewhere')
})

test('ninety days after the decision the file and its key are gone; hash and decision stay', async () => {
  const decided = await withDocument(aPdf('decided'))
  const waiting = await withDocument(aPdf('waiting'))
  await decide(decided, { decision: 'confirm', reason: 'Liste publique.' })
  const { sha256 } = (await own(decided)).evidence
  api.clock.advance({ days: 89.9 })
  await sweep(api.deps)
  expect((await readAs(await again(decided), decided)).status).toBe(200)
  api.clock.advance({ days: 0.2 })
  await sweep(api.deps)
  const returned = await again(decided)
  expect((await readAs(returned, decided)).status).toBe(404)
  expect(await own({ ...decided, ...returned })).toMatchObject({
    state: 'confirmed',
    evidence: { sha256, file: null },
    decision: { reason: 'Liste publique.' },
  })
  const left = await api.deps.db
    .selectFrom('storedFile')
    .innerJoin('sealingKey', 'sealingKey.id', 'storedFile.sealingKeyId')
    .select(['storedFile.id', 'wrapped'])
    .where('storedFile.accountId', 'in', [decided.id, waiting.id])
    .execute()
  expect(left).toHaveLength(1)
  expect(await readdir(api.deps.config.uploadsDir)).toContain(`${left[0]?.id}.sealed`)
  const line = await api.deps.db
    .selectFrom('event')
    .select(['kind', 'actorRole'])
    .where('subjectId', '=', decided.credentialId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  expect(line).toEqual({ kind: 'evidence.deleted', actorRole: 'clock' })
})

/** Sessions end while the clock runs: the same person signs in anew. */
const again = async ({ email }: TestPerson) => {
  const client = api.visitor()
  await client.post('/api/sessions', { email, password: 'quatre moulins bleus' })
  return { client }
}
