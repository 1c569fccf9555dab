// Serves the built pages on loopback: PORT=0 takes any free port, the one taken is told to the parent process.
import { createServer } from 'node:http'

// The page server assumes https where nobody says otherwise; behind no front, plain http is the truth.
const protocolHeader = process.env.PROTOCOL_HEADER ?? 'x-forwarded-proto'
process.env.PROTOCOL_HEADER = protocolHeader
process.env.BODY_SIZE_LIMIT ??= '6M'
const { handler } = await import(new URL('build/handler.js', import.meta.url).href)

// On every answer, files and early refusals included; a page puts its own policy on scripts and styles in this one's place.
const always = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

// The worker that reads PDFs keeps the policy it came with: it may run its own decoders, and reach nothing.
const readerOfPdfs = /\/pdf\.worker[^/]*\.mjs$/

const server = createServer((request, response) => {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  if (readerOfPdfs.test(request.url ?? ''))
    response.setHeader('content-security-policy', "default-src 'none'; script-src 'wasm-unsafe-eval'")
  // "Unchanged" carries no policy: a browser would lay this one over the kept page, and show it without its styles.
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (status, ...rest) => {
    if (status === 304) response.removeHeader('content-security-policy')
    // One of two overloads: what was given to the one is handed on as it came.
    return writeHead(status, .../** @type {[headers?: import('node:http').OutgoingHttpHeaders]} */ (rest))
  }
  request.headers[protocolHeader] ??= 'http'
  if (process.env.ADDRESS_HEADER)
    request.headers[process.env.ADDRESS_HEADER] ??= request.socket.remoteAddress ?? ''
  if (process.env.HOST_HEADER) request.headers[process.env.HOST_HEADER] ??= request.headers.host
  handler(request, response, () => response.writeHead(404).end())
})

server.listen(Number(process.env.PORT ?? 0), process.env.HOST ?? '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  if (process.send) process.send({ ready: true, port })
  else console.log(`pages on http://127.0.0.1:${port}`)
})

/** Answers what was asked, takes nothing new, and goes; a connection that hangs is cut after three seconds. */
function stop() {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 3000).unref()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
process.once('disconnect', stop)
