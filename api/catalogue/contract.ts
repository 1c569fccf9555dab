import { createRoute, z } from '@hono/zod-openapi'
import { confidences } from '@repere/db/vocabulary/catalogue.ts'
import { credentialKinds, credentialStatuses } from '@repere/db/vocabulary/credential.ts'
import { access } from '../http/access.ts'
import { historyPage, version } from '../http/history.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, line, optionalLine, pageQuery, paragraphs } from '../http/shapes.ts'
import { country, discipline, httpsAddress } from '../http/words.ts'

const names = { nameFr: line(120, 1), nameEn: line(120, 1) }

const optionalDay = day.nullish().transform((text) => text ?? null)

const optionalCount = (least: number, most: number) =>
  z
    .int()
    .min(least)
    .max(most)
    .nullish()
    .transform((number) => number ?? null)

/** Facts with where and when they were read. What is not known is left empty, never made up. */
const sourced = {
  factsFr: paragraphs(600).default(''),
  facts: paragraphs(600).default(''),
  sourceUrl: httpsAddress,
  confidence: z.enum(confidences),
  checkedOn: optionalDay,
}

/** A name on the wire: letters, figures and hyphens. Fixed once the entry is created. */
const code = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'must be letters and figures in groups joined by hyphens')
  .max(40)
  .openapi({ example: 'IC-CQP-FR' })

const credentialFields = z.strictObject({
  list: z.literal('credentials'),
  ...names,
  disciplines: z
    .array(discipline)
    .min(1)
    .max(2)
    .overwrite((words) => [...new Set(words)]),
  kind: z.enum(credentialKinds),
  issuer: line(120, 1),
  country,
  status: z.enum(credentialStatuses),
  since: optionalCount(1900, 2100),
  validityMonths: optionalCount(1, 600),
  registrationNumber: optionalLine(40),
  ...sourced,
})

const labelFields = z.strictObject({ list: z.literal('labels'), ...names, country, ...sourced })

const toolFields = z.strictObject({ list: z.literal('tools'), ...names, url: httpsAddress })

const specialismFields = z.strictObject({ list: z.literal('specialisms'), ...names, discipline })

/** What a registry asks before it lists somebody; a count that is not known stays null. */
const thresholdFields = z.strictObject({
  list: z.literal('thresholds'),
  ...names,
  credentialCode: optionalLine(40),
  years: optionalCount(1, 60),
  credits: optionalCount(1, 500),
  daysOnSet: optionalCount(1, 5_000),
  productions: optionalCount(1, 500),
  ...sourced,
})

const fields = z
  .discriminatedUnion('list', [credentialFields, labelFields, toolFields, specialismFields, thresholdFields])
  .openapi('EntryFields')

/** What a form sends of an entry. */
export type EntryInput = z.input<typeof fields>

/** An entry as registrars see it. `heldBy` counts the people who hold or name it, where people can. */
const about = {
  id,
  code: z.string(),
  version: z.int(),
  place: z.int(),
  retired: z.boolean(),
  heldBy: z.int().nullable(),
}

const entry = z.strictObject({ ...about, fields }).openapi('CatalogueEntry')

export type CatalogueEntryShape = z.output<typeof entry>

const onlyRegistrars = ['sign-in-required', 'wrong-role', 'invalid-request'] as const
const toOneEntry = [...onlyRegistrars, 'catalogue-entry-not-found'] as const
const params = z.strictObject({ id })

export const listEntriesRoute = createRoute({
  method: 'get',
  path: '/registrar/catalogue',
  tags: ['catalogue'],
  summary: 'Every entry of the catalogue, list by list, each in its order',
  description: 'With `only=to-check`, those whose facts nobody has checked yet.',
  ...access('registrar'),
  request: { query: z.strictObject({ only: z.enum(['to-check']).optional() }) },
  responses: {
    200: jsonAnswer(
      '`toCheck` counts the facts that nobody has checked yet',
      z.strictObject({ entries: z.array(entry), toCheck: z.int() }),
    ),
    ...refusals(...onlyRegistrars),
  },
})

export const addEntryRoute = createRoute({
  method: 'post',
  path: '/registrar/catalogue',
  tags: ['catalogue'],
  summary: 'Add an entry at the end of its list',
  description:
    'The code is fixed from then on. A credential may be added in creation: then nobody can hold it.',
  ...access('registrar'),
  request: jsonBody(z.strictObject({ code, fields })),
  responses: {
    201: jsonAnswer('Added', entry),
    ...refusals(...onlyRegistrars, 'code-taken'),
  },
})

export const getEntryRoute = createRoute({
  method: 'get',
  path: '/registrar/catalogue/{id}',
  tags: ['catalogue'],
  summary: 'One entry',
  ...access('registrar'),
  request: { params },
  responses: { 200: jsonAnswer('As it stands', entry), ...refusals(...toOneEntry) },
})

export const editEntryRoute = createRoute({
  method: 'put',
  path: '/registrar/catalogue/{id}',
  tags: ['catalogue'],
  summary: 'Change an entry',
  description:
    'Replaces its fields. Needs the version that was read: 409 when somebody changed it meanwhile.',
  ...access('registrar'),
  request: { params, ...jsonBody(z.strictObject({ version, fields })) },
  responses: { 200: jsonAnswer('Changed', entry), ...refusals(...toOneEntry, 'catalogue-changed') },
})

export const retireEntryRoute = createRoute({
  method: 'put',
  path: '/registrar/catalogue/{id}/retirement',
  tags: ['catalogue'],
  summary: 'Retire an entry, or offer it again',
  description: 'A retired entry is no longer offered, and still shown where somebody holds it.',
  ...access('registrar'),
  request: { params, ...jsonBody(z.strictObject({ version, retired: z.boolean() })) },
  responses: { 200: jsonAnswer('As it stands', entry), ...refusals(...toOneEntry, 'catalogue-changed') },
})

export const moveEntryRoute = createRoute({
  method: 'put',
  path: '/registrar/catalogue/{id}/place',
  tags: ['catalogue'],
  summary: 'Give an entry another place in its list, counted from 1',
  ...access('registrar'),
  request: { params, ...jsonBody(z.strictObject({ version, place: z.int().min(1).max(10_000) })) },
  responses: { 200: jsonAnswer('Moved', entry), ...refusals(...toOneEntry, 'catalogue-changed') },
})

export const openEntryRoute = createRoute({
  method: 'post',
  path: '/registrar/catalogue/{id}/opening',
  tags: ['catalogue'],
  summary: 'A credential in creation exists from now on: people can hold it',
  description: 'There is no way back once somebody holds it; hence the confirmation.',
  ...access('registrar'),
  request: { params, ...jsonBody(z.strictObject({ version, confirmed: z.literal(true) })) },
  responses: {
    200: jsonAnswer('In force', entry),
    ...refusals(...toOneEntry, 'catalogue-changed', 'decision-not-allowed'),
  },
})

export const listHistoryRoute = createRoute({
  method: 'get',
  path: '/registrar/catalogue/{id}/history',
  tags: ['catalogue'],
  summary: 'What happened to an entry, newest first, before and after',
  ...access('registrar'),
  request: { params, query: z.strictObject(pageQuery) },
  responses: { 200: jsonAnswer('A page of its history', historyPage), ...refusals(...toOneEntry) },
})

export const putBackRoute = createRoute({
  method: 'post',
  path: '/registrar/catalogue/{id}/restorations',
  tags: ['catalogue'],
  summary: 'Put an earlier version back',
  description: 'It becomes the newest version; nothing of the history is lost.',
  ...access('registrar'),
  request: { params, ...jsonBody(z.strictObject({ version, restore: version })) },
  responses: {
    200: jsonAnswer('As it stood then', entry),
    ...refusals(...toOneEntry, 'catalogue-changed', 'version-not-found', 'decision-not-allowed'),
  },
})
