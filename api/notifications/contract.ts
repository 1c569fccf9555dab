import { createRoute, z } from '@hono/zod-openapi'
import { chosenKinds, deliveries, noticeKinds } from '@repere/db/vocabulary/notice.ts'
import { access, openToAll } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id, instant, pageOf, pageQuery } from '../http/shapes.ts'

const tags = ['notifications']

const said = z.strictObject({ title: z.string(), line: z.string() })

const Notification = z
  .strictObject({
    id,
    kind: z.enum(noticeKinds),
    fr: said,
    en: said,
    path: z.string().describe('The page it opens, without its language.'),
    at: instant,
    readAt: instant.nullable(),
  })
  .openapi('Notification')

export type NotificationShape = z.infer<typeof Notification>

export const listNotificationsRoute = createRoute({
  method: 'get',
  path: '/me/notifications',
  tags,
  summary: 'What I was told, the latest first',
  description: 'Reading the list marks nothing as read.',
  ...access('signed-in'),
  request: { query: z.strictObject(pageQuery) },
  responses: {
    200: jsonAnswer('A page of them', pageOf(Notification)),
    ...refusals('sign-in-required', 'invalid-request'),
  },
})

export const readUnreadRoute = createRoute({
  method: 'get',
  path: '/me/notifications/unread',
  tags,
  summary: 'How much of it I have not seen, and which pages that is about',
  ...access('signed-in'),
  responses: {
    200: jsonAnswer(
      'Counted now',
      z.strictObject({ count: z.int().min(0), paths: z.array(z.string()).max(100) }),
    ),
    ...refusals('sign-in-required'),
  },
})

const path = z
  .string()
  .regex(/^\/[a-z0-9/-]{0,200}(?:#[a-z]{1,20})?$/, 'must be the path of a page, or of a place on it')

export const markSeenRoute = createRoute({
  method: 'put',
  path: '/me/notifications/seen',
  tags,
  summary: 'I have seen: one of them, those that open a page, or all up to a moment',
  ...access('signed-in'),
  request: jsonBody(
    z.union([z.strictObject({ id }), z.strictObject({ path }), z.strictObject({ until: z.iso.datetime() })]),
  ),
  responses: {
    204: { description: 'Noted; what is somebody else’s stays as it is' },
    ...refusals('sign-in-required', 'invalid-request'),
  },
})

const Preference = z.strictObject({
  kind: z.enum(noticeKinds),
  delivery: z.enum(deliveries),
  necessary: z.boolean().describe('Nobody can do without: always by a mail at once.'),
})

const Preferences = z
  .strictObject({
    items: z.array(Preference),
    timeZone: z.string().describe('Where the mail of the morning leaves at eight.'),
  })
  .openapi('NoticePreferences')

export type NoticePreferencesShape = z.infer<typeof Preferences>

export const readPreferencesRoute = createRoute({
  method: 'get',
  path: '/me/notice-preferences',
  tags,
  summary: 'How I hear of what',
  ...access('signed-in'),
  responses: { 200: jsonAnswer('Every kind', Preferences), ...refusals('sign-in-required') },
})

export const setPreferencesRoute = createRoute({
  method: 'put',
  path: '/me/notice-preferences',
  tags,
  summary: 'Choose how I hear of what; kinds left out stay as they are',
  ...access('signed-in'),
  request: jsonBody(
    z.strictObject({
      answers: z.enum(deliveries).optional(),
      movements: z.enum(deliveries).optional(),
      messages: z.enum(deliveries).optional(),
      calendar: z.enum(deliveries).optional(),
      credentials: z.enum(deliveries).optional(),
      profile: z.enum(deliveries).optional(),
      searches: z.enum(deliveries).optional(),
    }),
  ),
  responses: {
    200: jsonAnswer('Every kind, as it is now', Preferences),
    ...refusals('sign-in-required', 'invalid-request'),
  },
})

const token = { params: z.strictObject({ token: z.string().max(600) }) }
const openRefusals = ['invalid-request', 'unsubscription-not-found', 'too-many-requests'] as const

const Unsubscription = z
  .strictObject({
    kinds: z.array(z.enum(chosenKinds)),
    from: z.enum(['at-once', 'digest']).describe('How they came until then.'),
    stopped: z.boolean().describe('No mail of these kinds leaves any more.'),
  })
  .openapi('Unsubscription')

export type UnsubscriptionShape = z.infer<typeof Unsubscription>

export const readUnsubscriptionRoute = createRoute({
  method: 'get',
  path: '/unsubscriptions/{token}',
  tags,
  summary: 'What the link at the foot of a mail would end',
  description:
    'Changes nothing, since mail scanners open links, too. A browser, which asks for a page, is sent to the page with the button.',
  ...openToAll,
  request: token,
  responses: {
    200: jsonAnswer('As it stands', Unsubscription),
    303: { description: 'To the page with the button' },
    ...refusals(...openRefusals),
  },
})

export const unsubscribeRoute = createRoute({
  method: 'post',
  path: '/unsubscriptions/{token}',
  tags,
  summary: 'No more mails of this kind: by the page, or by one click of a mail program (RFC 8058)',
  description:
    'Takes `List-Unsubscribe=One-Click` as a form, or nothing; from anywhere, without a session. What is told stays on the page of notifications.',
  ...openToAll,
  request: token,
  responses: { 200: jsonAnswer('As it is now', Unsubscription), ...refusals(...openRefusals) },
})

export const subscribeAgainRoute = createRoute({
  method: 'delete',
  path: '/unsubscriptions/{token}',
  tags,
  summary: 'Undo it: the mails come as they did',
  ...openToAll,
  request: token,
  responses: { 200: jsonAnswer('As it is now', Unsubscription), ...refusals(...openRefusals) },
})
