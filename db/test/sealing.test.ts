import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSealer } from '../sealing.ts'

const sealer = createSealer('a secret of the tests, long enough')
const stranger = createSealer('another secret, every bit as long')
const seal = sealer.withKey(sealer.createKey())

describe('sealed text', () => {
  test('comes back as it went in, whatever it says', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => seal.open(seal.seal(text)) === text))
  })

  test('and so do bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => seal.openBytes(seal.sealBytes(bytes)).equals(bytes)))
  })

  test('is never sealed twice the same way, and does not show what it holds', () => {
    const [first, second] = [seal.seal('Le Rivage d’en face'), seal.seal('Le Rivage d’en face')]
    expect(first).not.toEqual(second)
    expect(first.toString('latin1')).not.toContain('Rivage')
  })

  test('throws when any one of its bytes was changed', () => {
    const sealed = seal.seal('Nuits blanches d’août')
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(() => seal.open(altered), `byte ${at}`).toThrow()
    }
  })

  test('throws when it was cut short', () => {
    // An empty text shows a shortened tag being taken for a whole one.
    for (const sealed of [seal.seal('Sous la dune'), seal.seal('')])
      for (let length = 0; length < sealed.length; length += 1)
        expect(() => seal.open(sealed.subarray(0, length)), `${length} bytes`).toThrow()
  })

  test('throws under the key of another project', () => {
    const other = sealer.withKey(sealer.createKey())
    expect(() => other.open(seal.seal('Halage'))).toThrow()
  })

  test('a wrapped key is worth nothing under another secret', () => {
    expect(() => stranger.withKey(sealer.createKey())).toThrow()
  })

  test('a purpose opens only what was sealed for it, under the same secret', () => {
    const sealed = sealer.forPurpose('mail').seal('Bonjour')
    expect(sealer.forPurpose('mail').open(sealed)).toBe('Bonjour')
    expect(() => sealer.forPurpose('answers').open(sealed)).toThrow()
    expect(() => stranger.forPurpose('mail').open(sealed)).toThrow()
  })
})

test('a digest is steady, and differs by purpose, text and secret', () => {
  const digest = sealer.digest('limit', '192.0.2.1')
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(sealer.digest('limit', '192.0.2.1')).toBe(digest)
  expect(sealer.digest('limit', '192.0.2.2')).not.toBe(digest)
  expect(sealer.digest('request', '192.0.2.1')).not.toBe(digest)
  expect(stranger.digest('limit', '192.0.2.1')).not.toBe(digest)
})

test('a short secret is refused', () => {
  expect(() => createSealer('too short')).toThrow('APP_SECRET')
})
