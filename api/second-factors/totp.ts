import { Secret, TOTP } from 'otpauth'

const totp = (secret: string, label = '') =>
  // What every authenticator knows: SHA-1, six digits, thirty seconds.
  new TOTP({
    issuer: 'Repère',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  })

/** A new shared secret, base32: 160 random bits. */
export const createSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says to the person's device. */
export const toAddress = (secret: string, email: string): string => totp(secret, email).toString()

/** The time step whose code this is, the one before or the one after; undefined when it is none of them. */
export const findStep = (secret: string, code: string, now: Date): number | undefined => {
  const timestamp = now.getTime()
  const device = totp(secret)
  const delta = device.validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : device.counter({ timestamp }) + delta
}

/** The code a device shows at an instant. */
export const codeAt = (secret: string, at: Date): string => totp(secret).generate({ timestamp: at.getTime() })
