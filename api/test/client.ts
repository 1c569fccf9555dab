import type { Config } from '../config.ts'

export interface TestAnswer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any
}

export interface TestClient {
  get(path: string, headers?: Record<string, string>): Promise<TestAnswer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>
  delete(path: string, headers?: Record<string, string>): Promise<TestAnswer>
  /** As sent in the Cookie header. */
  cookie(): string
}

interface Requestable {
  request(path: string, init: RequestInit): Response | Promise<Response>
}

/** Speaks to the app as a browser on our own origin would: keeps cookies, sends JSON and an Origin. */
export const createTestClient = (app: Requestable, config: Pick<Config, 'origin'>): TestClient => {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request(path, {
      method,
      headers: {
        ...(jar.size > 0 && { cookie: cookie() }),
        ...(method !== 'GET' && { origin: config.origin }),
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body),
      }),
    })
    for (const line of response.headers.getSetCookie()) keep(jar, line)
    return { status: response.status, headers: response.headers, body: await readBody(response) }
  }
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    cookie,
  }
}

const keep = (jar: Map<string, string>, line: string) => {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (/max-age=0/i.test(line) || value === '') jar.delete(name)
  else jar.set(name, value)
}

const readBody = async (response: Response) => {
  if (/zip/.test(response.headers.get('content-type') ?? ''))
    return new Uint8Array(await response.arrayBuffer())
  const text = await response.text()
  if (!text) return undefined
  return /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text
}
