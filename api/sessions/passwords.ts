import { hash, verify } from '@node-rs/argon2'
import { createGate } from '../gate.ts'

export interface Passwords {
  hash(password: string): Promise<string>
  /** Whether the password is the hash's; does equal work, and says no, when there is no hash. */
  check(known: string | undefined, password: string): Promise<boolean>
}

/** argon2id, 32 MiB, three passes: some 15 ms. */
const houseCost = { memoryCost: 32_768, timeCost: 3, parallelism: 1 }

/** Hashes passwords, at the cost of the house unless a test that signs up hundreds of people says another. */
export const createPasswords = (cost = houseCost): Passwords => {
  const inTurn = createGate({ running: 2, waiting: 20 })
  /** A hash nobody's password has, so that an unknown address costs as much as a known one. */
  const nobody = hash('no account has this password', cost)
  return {
    hash: (password) => inTurn(() => hash(password, cost)),
    check: (known, password) =>
      inTurn(async () => (await verify(known ?? (await nobody), password)) && known !== undefined),
  }
}
