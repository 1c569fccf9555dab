import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Front, startFront } from '../local/front.ts'

const page = `<p>${'été '.repeat(2_000)}</p>`

let inner: Server
let innerPort: number
let away = false
let front: Front

beforeAll(async () => {
  inner = createServer((asked, answer) => {
    if (asked.url === '/api/break') return asked.socket.destroy()
    if (asked.url === '/slow') {
      answer.write('first')
      setTimeout(() => answer.end('second'), 300)
      return
    }
    if (asked.url === '/page') {
      answer.setHeader('content-type', 'text/html; charset=utf-8')
      answer.setHeader('etag', '"a"')
      answer.end(page)
      return
    }
    let body = ''
    asked.on('data', (chunk) => {
      body += chunk
    })
    asked.on('end', () => {
      answer.setHeader('set-cookie', ['a=1', 'b=2'])
      answer.end(JSON.stringify({ method: asked.method, url: asked.url, headers: asked.headers, body }))
    })
  }).listen(0, '127.0.0.1')
  await once(inner, 'listening')
  innerPort = (inner.address() as AddressInfo).port
  front = await startFront({
    host: '127.0.0.1',
    port: 0,
    appOrigin: 'http://localhost:3999',
    api: () => (away ? undefined : innerPort),
    web: () => (away ? undefined : innerPort),
  })
})
afterAll(async () => {
  await front.stop()
  inner.close()
})

const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${front.port}${path}`, init)
type Echo = { method: string; url: string; headers: Record<string, string>; body: string }

/** As fetch, with headers that fetch does not let anybody set. */
async function askRaw(path: string, headers: Record<string, string>): Promise<Echo> {
  const sent = request({ host: '127.0.0.1', port: front.port, path, headers }).end()
  const [answer] = await once(sent, 'response')
  let text = ''
  for await (const chunk of answer) text += chunk
  return JSON.parse(text)
}

test('a request arrives as it was sent, and its answer comes back whole', async () => {
  const answer = await ask('/api/x?y=%C3%A9', { method: 'POST', body: 'été' })
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(await answer.json()).toMatchObject({ method: 'POST', url: '/api/x?y=%C3%A9', body: 'été' })
})

test('what a visitor claims about its address never reaches the inside', async () => {
  const claims = {
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-user': 'root',
    forwarded: 'for=6.6.6.6',
    'x-real-ip': '6.6.6.6',
    host: 'localhost:3999',
  }
  const { headers } = await askRaw('/', claims)
  expect(headers).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': 'localhost:3999',
  })
  expect(JSON.stringify(headers)).not.toMatch(/6\.6\.6\.6|evil|root/)
})

test('what asks to speak otherwise reaches no program, and claims no address', async () => {
  const upgrade = { connection: 'upgrade', upgrade: 'websocket', 'x-forwarded-for': '6.6.6.6' }
  const reached: IncomingHttpHeaders[] = []
  const listen = ({ headers }: IncomingMessage) => void reached.push(headers)
  inner.on('request', listen)
  for (const path of ['/api/me', '/page']) {
    const sent = request({ host: '127.0.0.1', port: front.port, path, headers: upgrade }).end()
    await once(sent, 'error')
  }
  inner.off('request', listen)
  expect(reached).toHaveLength(1)
  expect(reached[0]?.['x-forwarded-for']).toBe('127.0.0.1')
})

test('opened as 127.0.0.1 it is the same place as localhost; any other name stays foreign', async () => {
  const alias = await askRaw('/', { host: '127.0.0.1:3999', origin: 'http://127.0.0.1:3999' })
  expect(alias.headers).toMatchObject({ host: 'localhost:3999', origin: 'http://localhost:3999' })
  const foreignPage = await askRaw('/', { host: '127.0.0.1:3999', origin: 'http://evil.example' })
  expect(foreignPage.headers.origin).toBe('http://evil.example')
  const otherPort = await askRaw('/', { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' })
  expect(otherPort.headers).toMatchObject({ host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' })
  const rebound = await askRaw('/', { host: 'evil.example:3999', origin: 'http://evil.example:3999' })
  expect(rebound.headers).toMatchObject({ host: 'evil.example:3999', origin: 'http://evil.example:3999' })
})

test('an answer is passed on while it is still being written', async () => {
  const answer = await ask('/slow')
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const first = await reader.read()
  expect(new TextDecoder().decode(first.value)).toBe('first')
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('second')
})

test('while an inner server is away, pages and programs get one kind sentence and when to come back', async () => {
  away = true
  const page = await ask('/coordinators', { headers: { 'accept-language': 'fr' } })
  expect(page.status).toBe(503)
  expect(page.headers.get('retry-after')).toBe('2')
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await page.text()).toContain('Repère redémarre')
  expect(await (await ask('/en/coordinators')).text()).toContain('Repère is starting again')
  const program = await ask('/api/health')
  expect(program.status).toBe(503)
  expect(program.headers.get('content-type')).toContain('application/problem+json')
  expect(await program.json()).toMatchObject({ status: 503, code: 'starting-again' })
  away = false
})

test('an inner server that breaks off without an answer is a 503, not a hanging page', async () => {
  expect((await ask('/api/break')).status).toBe(503)
})

test('a taken port is one sentence with a way out', async () => {
  const again = startFront({
    host: '127.0.0.1',
    port: front.port,
    appOrigin: 'http://x',
    api: () => 1,
    web: () => 1,
  })
  await expect(again).rejects.toThrow(`Port ${front.port} is taken: stop whatever uses it, or choose another`)
})

test('a page leaves compressed for a visitor, and as it is for whoever signed in or cannot read it', async () => {
  const visitor = await ask('/page', { headers: { 'accept-encoding': 'gzip' } })
  expect(visitor.headers.get('content-encoding')).toBe('gzip')
  expect(visitor.headers.get('vary')).toContain('Accept-Encoding')
  expect(visitor.headers.get('etag')).toBe('W/"a"')
  expect(await visitor.text()).toBe(page)
  const signedIn = { 'accept-encoding': 'gzip', cookie: 'theme=dark; repere_session=x' }
  for (const headers of [signedIn, { 'accept-encoding': 'identity' }]) {
    const plain = await ask('/page', { headers })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(page)
  }
})
