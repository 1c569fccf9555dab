import { randomUUID } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aPdf, aPhoto, aPngOf } from '../test/files.ts'
import { signUp } from '../test/people.ts'
import { readSealed } from './disk.ts'
import {
  dropFile,
  dropFilesOf,
  evidenceAccepted,
  openFile,
  storeFile,
  sweepFiles,
  takeFile,
} from './service.ts'

let api: TestApi
let owner: string
let folder: string
beforeAll(async () => {
  api = await createTestApi()
  folder = api.deps.config.uploadsDir
  owner = (await signUp(api, 'coordinator')).id
})
afterAll(() => api.close())

const take = (bytes: Uint8Array, name = 'scan.pdf', redraw = {}) =>
  takeFile(new File([new Uint8Array(bytes)], name), evidenceAccepted, { maxSide: 3_600, ...redraw })
const store = async (bytes: Uint8Array, accountId = owner) => {
  const file = await take(bytes)
  return api.deps.db
    .transaction()
    .execute((trx) => storeFile(api.deps, trx, { ...file, accountId }, api.clock.now()))
}
const drop = (id: string) => api.deps.db.transaction().execute((trx) => dropFile(trx, id, api.clock.now()))
const onDisk = async () => (await readdir(folder)).toSorted()
const codeOf = (taking: Promise<unknown>) =>
  taking.then(
    () => 'taken',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )

describe('a stored file', () => {
  test('comes back as it was, and only through its key', async () => {
    const pdf = aPdf('Marie LYNX, attestation')
    const id = await store(pdf)
    const opened = await openFile(api.deps, api.deps.db, id)
    expect(opened).toMatchObject({ mediaType: 'application/pdf', name: 'scan.pdf' })
    expect(opened?.bytes.equals(pdf)).toBe(true)
    expect(await onDisk()).toContain(`${id}.sealed`)
    for (const name of await onDisk()) {
      const bytes = await readFile(join(folder, name), 'latin1')
      expect(bytes).not.toContain('LYNX')
      expect(bytes).not.toContain('%PDF')
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0)
    }
  })

  test('under another key, or altered by one byte, opens nothing', async () => {
    const [first, second] = [await store(aPdf('one')), await store(aPdf('two'))]
    const sealed = await readFile(join(folder, `${first}.sealed`))
    await writeFile(join(folder, `${second}.sealed`), sealed)
    await expect(openFile(api.deps, api.deps.db, second)).rejects.toThrow()
    sealed[40] = (sealed[40] ?? 0) ^ 1
    await writeFile(join(folder, `${first}.sealed`), sealed)
    await expect(openFile(api.deps, api.deps.db, first)).rejects.toThrow()
  })

  test('once dropped is gone at once, its key destroyed, its bytes with the next sweep', async () => {
    const id = await store(aPdf())
    const key = await api.deps.db
      .selectFrom('storedFile')
      .select('sealingKeyId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await drop(id)
    expect(await openFile(api.deps, api.deps.db, id)).toBeUndefined()
    expect(
      await api.deps.db
        .selectFrom('sealingKey')
        .select(['wrapped', 'destroyedAt'])
        .where('id', '=', key.sealingKeyId)
        .executeTakeFirst(),
    ).toEqual({ wrapped: null, destroyedAt: api.clock.now() })
    await sweepFiles(api.deps)
    expect(await onDisk()).not.toContain(`${id}.sealed`)
  })

  test('goes with its account, whoever deleted that', async () => {
    const { id: leaver } = await signUp(api, 'coordinator')
    const [first, second] = [await store(aPdf(), leaver), await store(aPdf(), leaver)]
    await api.deps.db.transaction().execute((trx) => dropFilesOf(trx, leaver, api.clock.now()))
    const third = await store(aPdf(), leaver)
    const kept = await store(aPdf())
    await api.database.ownerDb.deleteFrom('account').where('id', '=', leaver).execute()
    await sweepFiles(api.deps)
    const names = await onDisk()
    for (const id of [first, second, third]) expect(names).not.toContain(`${id}.sealed`)
    expect(names).toContain(`${kept}.sealed`)
    expect(await openFile(api.deps, api.deps.db, third)).toBeUndefined()
  })
})

test('a crash between disk and database leaves bytes that nobody knows, and the sweep finds them', async () => {
  const file = await take(aPdf())
  const failing = api.deps.db.transaction().execute(async (trx) => {
    await storeFile(api.deps, trx, { ...file, accountId: owner }, api.clock.now())
    throw new Error('killed')
  })
  const before = await onDisk()
  await expect(failing).rejects.toThrow('killed')
  await writeFile(join(folder, `${randomUUID()}.sealed.new`), 'half')
  await writeFile(join(folder, 'notes.txt'), 'not ours')
  const orphans = (await onDisk()).filter((name) => !before.includes(name) && name !== 'notes.txt')
  expect(orphans).toHaveLength(2)
  // Younger than an hour, they may belong to an upload under way.
  const soon = { ...api.deps, clock: { now: () => new Date() } }
  await sweepFiles(soon)
  expect(await onDisk()).toEqual(expect.arrayContaining(orphans))
  await sweepFiles(api.deps)
  for (const name of orphans) expect(await onDisk()).not.toContain(name)
  expect(await onDisk()).toContain('notes.txt')
})

test('no name leads out of the folder', async () => {
  for (const name of ['../keys.json', '/etc/passwd', '..', '', `${randomUUID()}/../../keys`])
    await expect(async () => readSealed(folder, name)).rejects.toThrow('is not the id of a file')
})

describe('a picture', () => {
  test('is drawn anew: what the camera wrote is gone, its type stays', async () => {
    for (const as of ['jpeg', 'png'] as const) {
      const sent = await aPhoto({ as })
      expect(sent.toString('latin1')).toContain('EXIF-LYNX')
      const { bytes, mediaType, name } = await take(sent, 'photo')
      expect([mediaType, name]).toEqual([`image/${as}`, as === 'png' ? 'photo.png' : 'photo.jpg'])
      expect(bytes.toString('latin1')).not.toContain('EXIF-LYNX')
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    }
  })

  test('stands as it is seen, no side longer than asked', async () => {
    const lying = await sharp(await aPhoto({ width: 640, height: 320 }))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { bytes } = await take(lying, 'x', { maxSide: 200 })
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 100, height: 200 })
  })

  test('can be cut to a part of itself, and made a JPEG', async () => {
    const sent = await aPhoto({ width: 400, height: 200, as: 'png' })
    const crop = { left: 0.5, top: 0, width: 0.5, height: 2 }
    const { bytes, mediaType } = await take(sent, 'x.png', { crop, as: 'image/jpeg' })
    expect(mediaType).toBe('image/jpeg')
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 200, height: 200, format: 'jpeg' })
  })

  test.each([
    ['of 50,000 by 50,000', () => aPngOf(50_000, 50_000), 'image-too-large'],
    ['of one line without end', () => aPngOf(20_001, 1), 'image-too-large'],
    ['that weighs 200 MB once it is open', () => aPngOf(5_001, 5_000, { deep: true }), 'image-too-large'],
    ['whose pixels are missing', () => aPngOf(2_000, 2_000), 'file-damaged'],
    ['cut short', async () => (await aPhoto()).subarray(0, 1_500), 'file-damaged'],
    ['that only begins as one', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'file-damaged'],
  ])('%s is refused, and quickly', async (_, make, code) => {
    const bytes = await make()
    const began = performance.now()
    expect(await codeOf(take(bytes))).toBe(code)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
