import type { CatalogueList, EntryInput, Locale } from '@repere/api/client.ts'
import { type EntryField, fieldsOf } from '#lib/catalogue/fields.ts'
import { readOneDay } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import { type FieldSentences, textOf, textsOf } from './form.ts'

/** The entry as typed, ready for the api; and what the page can tell to be wrong by itself. */
export interface ReadEntry {
  fields: EntryInput
  errors: Record<string, string>
}

type Read = { value: unknown } | { error: string }

/** Reads the form of a list. Its inputs are called `fields.nameFr`, as the api points at them. */
export function readEntry(form: FormData, list: CatalogueList, locale: Locale): ReadEntry {
  const values: Record<string, unknown> = { list }
  const errors: Record<string, string> = {}
  for (const field of fieldsOf[list]) {
    const read = readField(form, field, locale)
    if ('error' in read) errors[`fields.${field.name}`] = read.error
    else values[field.name] = read.value
  }
  // The table of fields says what each list is made of; the api checks every one.
  return { fields: values as EntryInput, errors }
}

function readField(form: FormData, field: EntryField, locale: Locale): Read {
  const name = `fields.${field.name}`
  const text = textOf(form, name)
  if (field.kind === 'choices') return { value: textsOf(form, name) }
  if (field.kind === 'text' || !field.optional) return { value: text }
  if (text === '') return { value: null }
  if (field.kind === 'count') return readCount(text, field)
  if (field.kind !== 'day') return { value: text }
  const day = readOneDay(text, new Date().toISOString().slice(0, 10))
  return day.ok ? { value: day.day } : { error: sayRefusal(day, locale) }
}

const readCount = (text: string, field: EntryField): Read =>
  /^\d{1,6}$/.test(text) ? { value: Number(text) } : { error: field.wrong() }

/** What each field of a list says when the api refuses its value. */
export const sentencesOf = (list: CatalogueList): FieldSentences =>
  Object.fromEntries(fieldsOf[list].map(({ name, wrong }) => [`fields.${name}`, wrong()]))
