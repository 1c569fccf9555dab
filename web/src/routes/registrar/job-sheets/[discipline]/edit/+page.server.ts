import {
  type Discipline,
  disciplines,
  type JobSheet,
  type PublishedJobSheet,
  type SheetSection,
} from '@repere/api/client.ts'
import { error, fail, type RequestEvent, redirect } from '@sveltejs/kit'
import {
  fieldAt,
  type ReadSection,
  readSection,
  type SectionValues,
  toKey,
  toValues,
} from '#lib/job-sheets/section-form.ts'
import { isoOf } from '#lib/job-sheets/typed.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf, valuesOf } from '#lib/server/form.ts'
import { publishSheet, readSheet } from '#lib/server/job-sheets.ts'
import type { Refusal } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const disciplineOf = (event: RequestEvent): Discipline =>
  disciplines.find((known) => known === event.params.discipline) ?? error(404)

/** Which part is edited: title and introduction, a section by its key, a new one, or one that another took away. */
type Part = { is: 'head' } | { is: 'new' } | { is: 'gone' } | { is: 'section'; at: number }

function partIn(url: URL, sections: readonly SheetSection[]): Part {
  if (url.searchParams.has('new')) return { is: 'new' }
  const key = url.searchParams.get('section')
  if (key === null) return { is: 'head' }
  const at = sections.findIndex((section) => section.key === key)
  return at < 0 ? { is: 'gone' } : { is: 'section', at }
}

const headValues = ({ title, lead }: JobSheet): SectionValues => ({
  'title.fr': title.fr,
  'title.en': title.en,
  'lead.fr': lead.fr,
  'lead.en': lead.en,
})

function savedValues({ sheet }: PublishedJobSheet, part: Part): SectionValues {
  if (part.is === 'head') return headValues(sheet)
  const section = part.is === 'section' ? sheet.sections[part.at] : undefined
  return section ? toValues(section) : {}
}

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const published = await readSheet(event, disciplineOf(event))
  const part = partIn(event.url, published.sheet.sections)
  // What is being typed outlives the section it was meant for.
  if (part.is === 'gone' && event.request.method === 'GET') error(404)
  return {
    discipline: published.discipline,
    version: published.version,
    part: part.is,
    sheetTitle: published.sheet.title,
    values: savedValues(published, part),
    locale: event.locals.locale,
  }
}

const typedValues = (form: FormData): SectionValues =>
  Object.fromEntries(
    Object.entries(valuesOf(form)).map(([name, [value]]) => [name, (value ?? '').replaceAll('\r\n', '\n')]),
  )

/** The sheet with the part as typed in it, and where in the request that part stands. */
interface Edited {
  sheet: JobSheet
  name: string
  /** Where what was typed stands in the request, and which rows of the form it came from. */
  at: string
  rows: ReadSection['rows']
}

function edit(sheet: JobSheet, part: Part, values: SectionValues, locale: 'fr' | 'en'): Edited {
  const text = (name: string) => (values[name] ?? '').trim()
  const rows = { rules: [], sources: [] }
  if (part.is === 'head') {
    const title = { fr: text('title.fr'), en: text('title.en') }
    const lead = { fr: text('lead.fr'), en: text('lead.en') }
    return { sheet: { ...sheet, title, lead }, name: m.jobsheet_head(), at: '/sheet/', rows }
  }
  const read = readSection(values, isoOf)
  const taken = sheet.sections.map(({ key }) => key)
  const at = part.is === 'section' ? part.at : sheet.sections.length
  const key = taken[at] ?? toKey(read.section.heading.fr, taken)
  const section = { key, ...read.section }
  return {
    sheet: { ...sheet, sections: [...sheet.sections.slice(0, at), section, ...sheet.sections.slice(at + 1)] },
    name: read.section.heading[locale],
    at: `/sheet/sections/${at}/`,
    rows: read.rows,
  }
}

/** What each field says when its value cannot be accepted. */
const sentenceFor = (field: string): string => {
  if (field.startsWith('paragraphs')) return m.jobsheet_wrong_paragraphs()
  if (field.startsWith('list')) return m.jobsheet_wrong_list()
  if (field.endsWith('.url')) return m.jobsheet_wrong_url()
  if (field.endsWith('.readOn')) return m.jobsheet_wrong_day()
  return field.endsWith('.source') ? m.jobsheet_wrong_source() : m.jobsheet_wrong_line()
}

function refuseSection(refusal: Refusal, form: FormData, { at, rows }: Edited, locale: 'fr' | 'en') {
  const fields = refusal.errors
    .filter(({ pointer }) => pointer.startsWith(at))
    .map(({ pointer }) => {
      const inside = pointer.slice(at.length)
      return at === '/sheet/' ? inside.replaceAll('/', '.') : fieldAt(inside, rows)
    })
  const refused = refuseForm(refusal, form, locale, {})
  Object.assign(refused.data.errors, Object.fromEntries(fields.map((field) => [field, sentenceFor(field)])))
  return refused
}

export const actions: Actions = {
  /** Shows the section as it will read. Nothing is published. */
  preview: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const { section } = readSection(typedValues(form), isoOf)
    return {
      preview: section,
      values: valuesOf(form),
      errors: {} as Record<string, string>,
      message: undefined,
      code: undefined,
    }
  },
  publish: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const discipline = disciplineOf(event)
    const form = await event.request.formData()
    const { sheet } = await readSheet(event, discipline)
    const part = partIn(event.url, sheet.sections)
    if (part.is === 'gone')
      return fail(409, {
        code: 'not-found' as const,
        message: m.jobsheet_gone(),
        errors: {} as Record<string, string>,
        values: valuesOf(form),
      })
    const edited = edit(sheet, part, typedValues(form), locale)
    const version = Number(textOf(form, 'version')) || 1
    const refusal = await publishSheet(event, discipline, { version, sheet: edited.sheet })
    if (refusal) return refuseSection(refusal, form, edited, locale)
    setFlash(event, m.jobsheet_published({ name: edited.name }))
    redirect(303, to(`/registrar/job-sheets/${discipline}`))
  },
}
