const mostBytes = 75

/** A calendar file with each line whole. */
export const unfoldLines = (content: string): string => content.replaceAll(/\r\n[ \t]/g, '')

/** A calendar file with no line longer than the format allows, and no sign cut in two. */
export const foldLines = (content: string): string => content.split('\r\n').map(foldLine).join('\r\n')

const foldLine = (line: string): string => {
  let folded = ''
  let bytes = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (bytes + size > mostBytes) {
      folded += '\r\n '
      bytes = 1
    }
    folded += sign
    bytes += size
  }
  return folded
}
