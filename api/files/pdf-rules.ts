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
const isEncrypted = (text: string): boolean => encrypt.test(withoutStreams(text))

/** Each letter as it is or by its number, found in one pass: whoever sends the bytes chooses how many there are. */
const encrypt = /\/(?:E|#45)(?:n|#6[Ee])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)(?![A-Za-z0-9#])/

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
