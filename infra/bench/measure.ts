import { Agent, request } from 'node:http'

/** Asks one server over kept connections, and reads every answer to its end. */
export interface Caller {
  /** A GET, or with a body a POST. */
  call(path: string, body?: string): Promise<string>
  send(method: string, path: string, body?: string | Buffer): Promise<string>
  close(): void
}

export const createCaller = (origin: string, headers: Record<string, string> = {}): Caller => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  let asked = 0
  // As many households as the front would see: one alone is told to wait.
  const from = () => {
    asked += 1
    return `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`
  }
  const send = (method: string, path: string, body?: string | Buffer) =>
    new Promise<string>((resolve, reject) => {
      const outgoing = request(
        new URL(path, origin),
        {
          agent,
          method,
          headers: {
            'accept-encoding': 'identity',
            ...headers,
            'x-forwarded-for': from(),
            ...(body !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString()
            if (answer.statusCode === 200 || answer.statusCode === 202) resolve(text)
            else reject(new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`))
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  const call = (path: string, body?: string) => send(body === undefined ? 'GET' : 'POST', path, body)
  return { call, send, close: () => agent.destroy() }
}

/** Whether an answer of the search says that the fallback engine gave it. */
export const isFallback = (answer: string): boolean => answer.includes('"engine":"postgres"')

/** One way to have a question answered; the number says which of its variants. */
export type Ask = (variant: number) => Promise<unknown>

export interface Latency {
  p50: number
  p99: number
}

/** Milliseconds of `rounds` answers, one after the other, after a warm-up. */
export const timeEach = async (ask: Ask, rounds: number): Promise<Latency> => {
  for (let round = 0; round < rounds / 5; round += 1) await ask(round)
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await ask(round)
    took.push(performance.now() - began)
  }
  return percentiles(took)
}

export const percentiles = (values: number[]): Latency => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}

/** Answers a second with so many clients asking at once; whoever is sent away or waits too long does not count. */
export const throughput = async (ask: Ask, clients: number, seconds = 1.5): Promise<number> => {
  let count = 0
  const began = performance.now()
  const until = began + seconds * 1_000
  const client = async (first: number) => {
    for (let variant = first; performance.now() < until; variant += clients) {
      const answered = await ask(variant).then(
        () => true,
        () => false,
      )
      if (answered) count += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, first) => client(first)))
  return (count / (performance.now() - began)) * 1_000
}
