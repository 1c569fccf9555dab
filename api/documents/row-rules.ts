/**
 * As much of a text as fits, and what is left of it: parted between words or lines. One word too long for any room is
 * let through whole, so that there is always an end.
 */
export const splitText = (text: string, fits: (head: string) => boolean): [head: string, rest: string] => {
  if (fits(text)) return [text, '']
  const breaks = [...text.matchAll(/[ \n]/g)].map(({ index }) => index)
  let [known, beyond] = [0, breaks.length]
  while (beyond - known > 1) {
    const middle = (known + beyond) >> 1
    if (fits(text.slice(0, breaks[middle]))) known = middle
    else beyond = middle
  }
  const at = breaks[known]
  return at === undefined ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
