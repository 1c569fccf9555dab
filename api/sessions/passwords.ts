import { hash, verify } from '@node-rs/argon2'
import { refuse } from '../problem.ts'

const cost = { memoryCost: 32_768, timeCost: 3, parallelism: 1 }
const running = 2
const waiting = 20

/**
 * A gate in front of the expensive hash: two run, twenty wait, the rest are told to come back.
 * A flood of sign-ins then cannot starve everything else of memory and time.
 */
const queue: (() => void)[] = []
let free = running

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (free > 0) free -= 1
  else if (queue.length >= waiting) refuse('overloaded', { retryAfterSeconds: 2 })
  else await new Promise<void>((go) => queue.push(go))
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }
}

/** argon2id, 32 MiB, three passes: some 15 ms. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

/** A hash nobody's password has, so that an unknown address costs as much as a known one. */
const nobody = hash('no account has this password', cost)

/** Whether the password is the hash's; does equal work, and says no, when there is no hash. */
export const checkPassword = (known: string | undefined, password: string): Promise<boolean> =>
  inTurn(async () => (await verify(known ?? (await nobody), password)) && known !== undefined)
