import { createRoute, z } from '@hono/zod-openapi'
import { invitationStates } from '@repere/db/vocabulary/invitation.ts'
import { locales } from '@repere/db/vocabulary/locale.ts'
import { access, openToAll } from '../http/access.ts'
import { accountShape } from '../http/account-shape.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id, instant, line } from '../http/shapes.ts'
import { discipline, region } from '../http/words.ts'

const tokenPath = { params: z.strictObject({ token: z.string().max(200) }) }

/** An invitation as whom it was mailed to reads it: who invites, from which list, and all that is held. */
const invitationShape = z
  .strictObject({
    state: z.enum(invitationStates),
    inviter: z.string(),
    source: z.string(),
    expiresAt: instant,
    deletedOn: instant,
    /** Null once answered or forgotten: nothing is held any more. */
    person: z
      .strictObject({
        email: z.string(),
        name: z.string(),
        disciplines: z.array(discipline),
        regions: z.array(region),
        title: z.string(),
        headline: z.string(),
      })
      .nullable(),
    /** Somebody signed up with this address by themselves meanwhile. */
    hasAccount: z.boolean(),
  })
  .openapi('Invitation')

export type InvitationShape = z.infer<typeof invitationShape>

export const readInvitationRoute = createRoute({
  method: 'get',
  path: '/invitations/{token}',
  tags: ['invitations'],
  summary: 'What a mailed invitation holds',
  description: 'Changes nothing, since mail scanners open links, too.',
  ...openToAll,
  request: tokenPath,
  responses: {
    200: jsonAnswer('Who invites, and what is held', invitationShape),
    ...refusals('invalid-request', 'invitation-not-found', 'too-many-requests'),
  },
})

export const claimRoute = createRoute({
  method: 'post',
  path: '/invitations/{token}/account',
  tags: ['invitations'],
  summary: 'Claim an invitation: an account, and a private draft',
  description: 'The mailed link proves the address. Nothing becomes public.',
  ...openToAll,
  request: {
    ...tokenPath,
    ...jsonBody(
      z.strictObject({
        password: z
          .string()
          .min(12, 'must have at least 12 characters')
          .max(200, 'must have at most 200 characters'),
        displayName: line(80, 1),
        locale: z.enum(locales),
      }),
    ),
  },
  responses: {
    201: jsonAnswer('Claimed, and signed in', z.strictObject({ account: accountShape })),
    ...refusals(
      'invalid-request',
      'invitation-not-found',
      'invitation-closed',
      'email-taken',
      'too-many-requests',
      'overloaded',
    ),
  },
})

export const refuseMailRoute = createRoute({
  method: 'post',
  path: '/invitations/{token}/refusal',
  tags: ['invitations'],
  summary: 'Do not write to me again',
  description:
    'Ends the invitation and forgets what it held. A keyed hash of the address keeps later lists from it.',
  ...openToAll,
  request: tokenPath,
  responses: {
    204: { description: 'Forgotten' },
    ...refusals('invalid-request', 'invitation-not-found', 'too-many-requests'),
  },
})

export const askAgainRoute = createRoute({
  method: 'post',
  path: '/invitations/{token}/mail',
  tags: ['invitations'],
  summary: 'Ask for a lapsed invitation anew',
  description: 'It goes to the address it was for. One that still holds is not mailed twice.',
  ...openToAll,
  request: tokenPath,
  responses: {
    202: { description: 'On its way' },
    ...refusals('invalid-request', 'invitation-not-found', 'invitation-closed', 'too-many-requests'),
  },
})

const onlyRegistrars = ['sign-in-required', 'wrong-role'] as const
const idPath = { params: z.strictObject({ id }) }

export const mailAgainRoute = createRoute({
  method: 'post',
  path: '/registrar/invitations/{id}/mail',
  tags: ['registrar'],
  summary: 'Mail an unanswered invitation again',
  description: 'With a fresh link and thirty days more; once a day at most.',
  ...access('registrar'),
  request: idPath,
  responses: {
    202: { description: 'On its way' },
    ...refusals(
      ...onlyRegistrars,
      'invalid-request',
      'invitation-not-found',
      'invitation-closed',
      'mailed-recently',
    ),
  },
})

export const revokeRoute = createRoute({
  method: 'delete',
  path: '/registrar/invitations/{id}',
  tags: ['registrar'],
  summary: 'Take an unanswered invitation back',
  ...access('registrar'),
  request: idPath,
  responses: {
    204: { description: 'Its link is worthless, what it held is gone' },
    ...refusals(...onlyRegistrars, 'invalid-request', 'invitation-not-found', 'invitation-closed'),
  },
})
