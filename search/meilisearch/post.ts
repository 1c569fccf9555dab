import { Agent, request } from 'node:http'
import { request as requestSecurely, Agent as SecureAgent } from 'node:https'
import type { MeiliAddress } from './client.ts'

/** Sends JSON to a path of the search server, and reads the JSON it answers. */
export type Post = (path: string, body: unknown) => Promise<unknown>

/** How many searches one process has the server work on: more would only wait for each other there, past all patience. */
const atOnce = 8

/**
 * For searches, which wait on it: kept connections and nothing between, a millisecond less for each than `fetch`.
 * Rejects when the server does not answer in time, or answers anything but 200; never tells what was asked.
 */
export const createPost = ({ url, key }: MeiliAddress, timeoutMs: number): Post => {
  const secure = new URL(url).protocol === 'https:'
  const options = { keepAlive: true, maxSockets: atOnce }
  const agent = secure ? new SecureAgent(options) : new Agent(options)
  const send = secure ? requestSecurely : request
  return (path, body) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        // A compressed answer waits 40 ms for the acknowledgement of its last packet.
        'accept-encoding': 'identity',
      }
      const outgoing = send(new URL(path, url), { agent, method: 'POST', headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          settle(answer.statusCode ?? 0, Buffer.concat(chunks).toString(), resolve, reject),
        )
      })
      const giveUp = () => outgoing.destroy(new Error(`no answer from the search server in ${timeoutMs} ms`))
      // A place in our own queue is not the server's fault; but nobody queues for long.
      const queueing = setTimeout(giveUp, 2 * timeoutMs)
      let waiting: NodeJS.Timeout | undefined
      outgoing.on('socket', () => {
        waiting = setTimeout(giveUp, timeoutMs)
      })
      outgoing.on('error', reject)
      outgoing.on('close', () => {
        clearTimeout(queueing)
        clearTimeout(waiting)
      })
      outgoing.end(text)
    })
}

const settle = (
  status: number,
  text: string,
  resolve: (answer: unknown) => void,
  reject: (error: Error) => void,
) => {
  try {
    const answer = JSON.parse(text)
    if (status === 200) resolve(answer)
    else reject(new Error(`the search server answered ${status} ${answer.code ?? ''}`))
  } catch {
    reject(new Error(`the search server answered ${status} without JSON`))
  }
}
