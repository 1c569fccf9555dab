/** What a form with a file may be made of. Whoever reads one pays for each part and each line of a heading. */
const most = { parts: 12, heading: 2_048 } as const

/**
 * Whether the bytes of a form with parts are few parts under short headings, told without reading any: a form of eighty
 * thousand empty parts would hold up everybody for seconds.
 */
export const isModestForm = (bytes: Uint8Array, contentType: string): boolean => {
  const boundary = boundaryOf(contentType)
  if (boundary === undefined) return false
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  let parts = 0
  for (let at = buffer.indexOf(mark); at !== -1; at = buffer.indexOf(mark, at + mark.length)) {
    const heading = buffer.subarray(at + mark.length, at + mark.length + most.heading)
    const isEnd = heading.subarray(0, 2).toString('latin1') === '--'
    if (!isEnd && !heading.includes('\r\n\r\n')) return false
    parts += isEnd ? 0 : 1
    if (parts > most.parts) return false
  }
  return true
}

const boundaryOf = (contentType: string): string | undefined => {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70}))/i.exec(contentType) ?? []
  return quoted ?? plain
}
