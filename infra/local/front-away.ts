import type { IncomingMessage, ServerResponse } from 'node:http'

/** One kind sentence while an inner server is away: it is being started again and needs a moment. */
export function answerAway(name: 'api' | 'web', incoming: IncomingMessage, outgoing: ServerResponse): void {
  const french =
    !/^en\b/.test(incoming.headers['accept-language'] ?? 'fr') && !incoming.url?.startsWith('/en')
  const sentence = french
    ? 'Repère redémarre et revient dans un instant : vos données sont à l’abri.'
    : 'Repère is starting again and will be back in a moment: your data are safe.'
  const headers = {
    'retry-after': '2',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
  if (name === 'api') {
    outgoing.writeHead(503, { ...headers, 'content-type': 'application/problem+json; charset=utf-8' })
    outgoing.end(
      JSON.stringify({
        type: 'about:blank',
        title: 'Service unavailable',
        status: 503,
        detail: sentence,
        code: 'starting-again',
      }),
    )
    return
  }
  outgoing.writeHead(503, { ...headers, 'content-type': 'text/html; charset=utf-8' })
  outgoing.end(page(sentence, french ? 'fr' : 'en'))
}

const page = (sentence: string, language: string) => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="3">
<title>Repère</title>
<style>
  body { font: 18px/1.5 system-ui, sans-serif; max-width: 34em; margin: 20vh auto; padding: 0 1em; color-scheme: light dark }
</style>
<h1>Repère</h1>
<p>${sentence}</p>
</html>
`
