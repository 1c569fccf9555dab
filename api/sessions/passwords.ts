import { hash, verify } from '@node-rs/argon2'
import { createGate } from '../gate.ts'

const cost = { memoryCost: 32_768, timeCost: 3, parallelism: 1 }

const inTurn = createGate({ running: 2, waiting: 20 })

/** argon2id, 32 MiB, three passes: some 15 ms. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

/** A hash nobody's password has, so that an unknown address costs as much as a known one. */
const nobody = hash('no account has this password', cost)

/** Whether the password is the hash's; does equal work, and says no, when there is no hash. */
export const checkPassword = (known: string | undefined, password: string): Promise<boolean> =>
  inTurn(async () => (await verify(known ?? (await nobody), password)) && known !== undefined)
