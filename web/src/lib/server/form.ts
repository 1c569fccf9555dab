import { type ActionFailure, fail } from '@sveltejs/kit'
import { sentenceOf } from '#lib/words/problems.ts'
import type { Refusal } from './problem-of.ts'

/** What a form shows again after a refusal: all that was typed, a sentence for each wrong field, one on the whole. */
export interface RefusedForm {
  code: Refusal['code']
  message: string
  /** By field name: what the field expects. */
  errors: Record<string, string>
  /** By field name, as typed; a field that came several times keeps every value. Passwords are never given back. */
  values: Record<string, string[]>
}

/** For each field of the page, what to say when its value cannot be accepted. */
export type FieldSentences = Record<string, string>

/** The text of a field, trimmed; empty when absent. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Every non-empty value of a field that may come several times. */
export const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')

/** Undefined instead of an empty text: for parts that may be left out. */
export const optionalText = (form: FormData, name: string): string | undefined =>
  textOf(form, name) || undefined

/** What a form says as a key that a header can carry: whatever was put there, its visible signs alone. */
export const keyOf = (...parts: string[]): string => encodeURIComponent(parts.join('-').toWellFormed())

/** No page of ours has as many fields: what is beyond was not typed. */
const mostFields = 2_000

export const valuesOf = (form: FormData): Record<string, string[]> => {
  const values = new Map<string, string[]>()
  let read = 0
  for (const [name, value] of form) {
    read += 1
    if (read > mostFields) break
    if (name.toLowerCase().includes('password')) continue
    const known = values.get(name) ?? []
    if (typeof value === 'string') known.push(value)
    values.set(name, known)
  }
  return Object.fromEntries(values)
}

/**
 * The page's answer to a refused form. The api points at parts of its body (`/headline/fr`); a page's fields are named
 * the same way with dots (`headline.fr`), so that each pointer finds its field or the nearest one around it.
 */
export const refuseForm = (
  refusal: Refusal,
  form: FormData,
  locale: 'fr' | 'en',
  sentences: FieldSentences,
): ActionFailure<RefusedForm> =>
  fail(refusal.status, {
    code: refusal.code,
    message: sentenceOf(refusal.code, locale),
    errors: fieldErrors(refusal, sentences),
    values: valuesOf(form),
  })

/** A refusal the page can tell by itself, before asking the api: only these fields are wrong. */
export const refuseFields = (
  form: FormData,
  locale: 'fr' | 'en',
  errors: Record<string, string>,
): ActionFailure<RefusedForm> =>
  fail(400, {
    code: 'invalid-request',
    message: sentenceOf('invalid-request', locale),
    errors,
    values: valuesOf(form),
  })

const fieldErrors = ({ errors }: Refusal, sentences: FieldSentences): Record<string, string> =>
  Object.fromEntries(
    errors.flatMap(({ pointer, detail }) => {
      const name = nearest(pointer, sentences)
      return name === undefined ? [] : [[name, sentences[name] ?? detail]]
    }),
  )

const nearest = (pointer: string, sentences: FieldSentences): string | undefined => {
  const parts = pointer.split('/').slice(1)
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.')
    if (name in sentences) return name
  }
  return undefined
}
