import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Seals and opens under one key. Opening something altered, or sealed under another key, throws. */
export interface Seal {
  seal(text: string): Buffer
  open(sealed: Buffer): string
  sealBytes(bytes: Uint8Array): Buffer
  openBytes(sealed: Buffer): Buffer
}

export interface Sealer {
  /** A fresh data key, wrapped: what `sealing_key.wrapped` holds. */
  createKey(): Buffer
  /** The seal of a wrapped data key: for a project's or a booking's texts, or a file. */
  withKey(wrapped: Buffer): Seal
  /** A seal derived from the application's secret, for what has no key of its own. */
  forPurpose(purpose: string): Seal
  /** A keyed hash, hexadecimal: compares without storing, and cannot be guessed from a copy of the database. */
  digest(purpose: string, text: string): string
}

/**
 * AES-256-GCM throughout: 12 bytes of nonce, 16 of tag, then the text. Data keys are wrapped by a key derived
 * from the secret, so that destroying a wrapped key destroys all that it sealed.
 */
export const createSealer = (secret: string): Sealer => {
  if (secret.length < 32) throw new Error('APP_SECRET must hold at least 32 characters.')
  const derived = new Map<string, Buffer>()
  // Purposes are few, and deriving costs more than all that is then done with the key.
  const derive = (purpose: string): Buffer => {
    const key = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, 'repere', purpose, 32))
    derived.set(purpose, key)
    return key
  }
  const wrapping = derive('wrap')
  return {
    createKey: () => encrypt(wrapping, randomBytes(32)),
    withKey: (wrapped) => sealUnder(decrypt(wrapping, wrapped)),
    forPurpose: (purpose) => sealUnder(derive(`seal:${purpose}`)),
    digest: (purpose, text) =>
      createHmac('sha256', derive(`digest:${purpose}`))
        .update(text)
        .digest('hex'),
  }
}

const sealUnder = (key: Buffer): Seal => ({
  seal: (text) => encrypt(key, Buffer.from(text, 'utf8')),
  open: (sealed) => decrypt(key, sealed).toString('utf8'),
  sealBytes: (bytes) => encrypt(key, bytes),
  openBytes: (sealed) => decrypt(key, sealed),
})

const encrypt = (key: Buffer, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

const decrypt = (key: Buffer, sealed: Buffer): Buffer => {
  // The length is pinned: Node would take a shortened tag, and a short one can be guessed.
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
