import { readOneDay } from '#lib/dates/typed-days.ts'

/** A day as a registrar typed it, in the api's form; what cannot be read goes on as it is, for the api to refuse. */
export function isoOf(text: string): string | null {
  if (text === '') return null
  const read = readOneDay(text, new Date().toISOString().slice(0, 10))
  return read.ok ? read.day : text
}
