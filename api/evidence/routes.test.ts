import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweep } from '../retention/service.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aDeclaration, aProof, type Owner, ownCredential as own } from '../test/evidence.ts'
import { aForm, aPdf, aPhoto } from '../test/files.ts'
import { aRegistrar, signInAgain, signUp, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const declare = () => aDeclaration(api)
const withDocument = (bytes?: Uint8Array, name?: string) => aProof(api, bytes, name)
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
  expect((await readAs(await signInAgain(api, decided), decided)).status).toBe(200)
  api.clock.advance({ days: 0.2 })
  await sweep(api.deps)
  const returned = await signInAgain(api, decided)
  expect((await readAs(returned, decided)).status).toBe(404)
  expect(await own(returned)).toMatchObject({
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
