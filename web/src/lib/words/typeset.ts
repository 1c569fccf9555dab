/**
 * A text in pieces that alternate: plain, then what plain letters cannot carry (an ordinal to raise, a median dot),
 * then plain again. The spaces French sets before its marks no longer break. A number inside a reference such as
 * `a1-417e-8fd3` is no ordinal.
 */
export const piecesOf = (text: string): string[] =>
  text
    .replaceAll(/ (?=[:»])|(?<=«) /g, '\u00a0')
    .replaceAll(/ (?=[;?!])/g, '\u202f')
    .split(/((?<=(?<![\w-])\d+)(?:er|re|e)(?![\w-])|·)/)
