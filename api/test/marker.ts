/**
 * Whether a text, or one as JSON writes it, holds a marker. A number or a short code must stand alone: ids, tokens
 * and instants hold its signs by chance.
 */
export const holds = (text: string, marker: string): boolean =>
  /^(?:\d+|\w{1,3})$/.test(marker)
    ? new RegExp(`(?<![\\w.-])${marker}(?![\\w.-])`).test(text)
    : text.includes(JSON.stringify(marker).slice(1, -1)) || text.includes(marker)
