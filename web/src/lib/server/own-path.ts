/** Tabs and line ends, which browsers drop from an address, and the backslash, which they read as a slash. */
const misread = /[\p{Cc}\\]/u

/**
 * A path of this site as somebody handed it to us to go to, or undefined: an address that leaves this origin, or that a
 * browser may read as one that does, is not believed.
 */
export function ownPath(wanted: unknown): string | undefined {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || misread.test(wanted)) return undefined
  const here = 'http://here.invalid'
  if (!URL.canParse(wanted, here)) return undefined
  const { origin, pathname, search, hash } = new URL(wanted, here)
  // `/.//elsewhere` stays here as an address, and leaves when sent back as `//elsewhere`.
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : undefined
}
