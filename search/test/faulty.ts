import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the way to a server behaves. */
export type Fault =
  | 'none'
  | 'refuses'
  | 'hangs'
  | 'is slow'
  | 'fails its tasks'
  | 'answers 500'
  | 'answers rubbish'
  | 'breaks off'

export interface FaultyWay {
  url: string
  fail(fault: Fault): void
  close(): Promise<void>
}

/** A way to a server that can be made to fail, as a network or a dying process does. */
export const openFaultyWay = async (target: string): Promise<FaultyWay> => {
  let fault: Fault = 'none'
  const slowMs = 1_000
  const server = createServer((incoming, outgoing) => {
    if (fault === 'hangs') return
    if (fault === 'refuses') return void incoming.socket.destroy()
    if (fault === 'answers 500') return void outgoing.writeHead(500).end('{"message":"out of order"}')
    if (fault === 'answers rubbish') return void outgoing.writeHead(200).end('<html>')
    const spoils = fault === 'fails its tasks' && /\/documents$/.test(incoming.url ?? '')
    const body = spoils ? '[{"id":"no id at all"}]' : undefined
    const onward = request(
      new URL(incoming.url ?? '/', target),
      {
        method: incoming.method,
        headers: {
          ...incoming.headers,
          host: new URL(target).host,
          ...(body && { 'content-length': body.length }),
        },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        if (fault === 'breaks off') return void answer.once('data', () => outgoing.destroy())
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => outgoing.destroy())
    const send = () => {
      if (body) onward.end(body)
      else incoming.pipe(onward)
    }
    if (body) incoming.resume()
    if (fault === 'is slow') setTimeout(send, slowMs)
    else send()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail(next) {
      fault = next
      if (next !== 'none') server.closeAllConnections()
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
