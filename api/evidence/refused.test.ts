import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uploads } from '../http/uploads.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aDeclaration, aProof, ownCredential as own } from '../test/evidence.ts'
import { aForm, aLockedStreamPdf, aPdf, aPhoto, aPngOf } from '../test/files.ts'
import { readOperations } from '../test/operations.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const storedFiles = () =>
  readdir(api.deps.config.uploadsDir).then(
    ({ length }) => length,
    () => 0,
  )

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
    const owner = await aDeclaration(api)
    const before = await storedFiles()
    const answer = await owner.client.put(owner.path, await make())
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect((await own(owner)).evidence).toBeNull()
    expect(await storedFiles()).toBe(before)
  })

  test('a field besides the file, JSON, or a form elsewhere', async () => {
    const owner = await aDeclaration(api)
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
    const owner = await aProof(api, aPdf(), '../../../keys.json')
    expect((await own(owner)).evidence.file.name).toBe('keys.pdf')
    const names = await readdir(api.deps.config.uploadsDir)
    for (const name of names) expect(name).toMatch(/^[0-9a-f-]{36}\.sealed$/)
  })

  test('a form from another site', async () => {
    const owner = await aDeclaration(api)
    const answer = await owner.client.put(owner.path, aForm(aPdf()), { origin: 'https://elsewhere.example' })
    expect([answer.status, answer.body.code]).toEqual([403, 'cross-origin'])
  })
})

test('the routes that take a form are those the document describes with one', () => {
  const described = readOperations().operations.filter(({ upload }) => upload)
  expect(described.map(({ name }) => name).sort()).toEqual(uploads.map((one) => one.join(' ')).sort())
})
