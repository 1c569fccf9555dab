/** How far from the end the marks of a whole file may lie: some programs write a little behind them. */
const tail = 2_048

/**
 * What is wrong with a PDF that can be told without drawing it: cut short, or locked by a password, which the one who
 * must read it does not have.
 */
export const findPdfFault = (bytes: Uint8Array): 'file-damaged' | 'file-encrypted' | undefined => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const end = text.slice(-tail)
  if (!end.includes('%%EOF') || !end.includes('startxref')) return 'file-damaged'
  return isEncrypted(text) ? 'file-encrypted' : undefined
}

/**
 * Looks for /Encrypt in trailers and in the dictionaries of cross-reference streams, which no encryption covers. What
 * streams hold is left out: it is any bytes. A name may spell its letters as #45, in the hope of not being read.
 */
const isEncrypted = (text: string): boolean =>
  /\/Encrypt(?![A-Za-z0-9])/.test(
    withoutStreams(text).replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  )

const opening = />>\s*stream\r?\n/g

const withoutStreams = (text: string): string => {
  let kept = ''
  let at = 0
  for (;;) {
    opening.lastIndex = at
    const start = opening.exec(text)
    const end = start ? text.indexOf('endstream', start.index) : -1
    if (!start || end === -1) return kept + text.slice(at)
    kept += text.slice(at, start.index + '>>'.length)
    at = end + 'endstream'.length
  }
}
