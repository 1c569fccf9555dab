import { randomBytes } from 'node:crypto'
import { verificationAlphabet, verificationLength } from '@repere/db/vocabulary/verification-code.ts'

/** A code nobody can guess: the alphabet has 32 signs, so each random byte gives one without bias. */
export const createVerificationCode = (): string =>
  [...randomBytes(verificationLength)].map((byte) => verificationAlphabet[byte % 32]).join('')
