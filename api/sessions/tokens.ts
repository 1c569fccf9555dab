import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes, base64url: what a cookie or a mailed link carries, and the database never sees. */
export const createToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
