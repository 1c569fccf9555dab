import type { Sealer, Trx } from '@repere/db'
import type { InvitationState } from '@repere/db/vocabulary/invitation.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import type { Letter } from '../mail/letter.ts'
import { refuse } from '../problem.ts'
import { createToken, hashToken } from '../sessions/service.ts'
import { type Invited, toInvitation } from './letter.ts'
import {
  closeInvitation,
  deleteMails,
  findByToken,
  forgetLapsed,
  insertInvitations,
  insertRefusal,
  listStandings,
  lockById,
  lockByToken,
  replaceLapsed,
  replaceToken,
  revokeUnsent,
  type StoredInvitation,
} from './repository.ts'
import { deletionFrom, expiryFrom, isPending, mayMailAgain, periods, stateOf } from './rules.ts'

/** On whose behalf and in which language people are written to, and from which list. */
export interface Inviting {
  importId: string
  inviter: string
  source: string
  locale: Locale
}

export type Stand = Pick<Deps, 'db' | 'clock' | 'sealer' | 'mailer'> & {
  config: Pick<Deps['config'], 'origin'>
}

/** The keyed hash under which an address is compared and never read. */
export const digestAddress = (sealer: Sealer, email: string): string =>
  sealer.digest('invited-address', email)

/** Which addresses want no mail, and which have an invitation waiting. */
export const findStandings = (trx: Trx, addressHashes: string[], now: Date) =>
  listStandings(trx, addressHashes, now)

/** Invites people and queues their mail, behind any other. Answers the lines invited: who has an invitation gets no second. */
export const inviteAll = async (
  deps: Stand,
  trx: Trx,
  list: Inviting,
  people: readonly { row: number; person: Invited }[],
): Promise<Set<number>> => {
  if (people.length === 0) return new Set()
  const { sealer, clock } = deps
  const now = clock.now()
  const expiresAt = expiryFrom(now)
  const made = new Map(
    people.map(({ row, person }) => {
      const addressHash = digestAddress(sealer, person.email)
      return [row, { person, addressHash, token: createToken() }]
    }),
  )
  await replaceLapsed(
    trx,
    [...made.values()].map(({ addressHash }) => addressHash),
    now,
  )
  const inserted = await insertInvitations(
    trx,
    [...made].map(([rowNumber, { person, addressHash, token }]) => ({
      importId: list.importId,
      rowNumber,
      tokenHash: hashToken(token),
      addressHash,
      contentSealed: seal(sealer, person),
      locale: list.locale,
      createdAt: now,
      mailedAt: now,
      expiresAt,
    })),
  )
  await deps.mailer.enqueueAll(
    trx,
    inserted.flatMap(({ id, rowNumber }) => {
      const invited = made.get(rowNumber)
      if (!invited) return []
      const letter = toInvitation(deps.config.origin, list, invited, expiresAt)
      return { to: invited.person.email, accountId: null, letter, bulk: true, invitationId: id }
    }),
  )
  return new Set(inserted.map(({ rowNumber }) => rowNumber))
}

/** The mail a person would get, to be reviewed before any is sent; its link leads nowhere. */
export const previewInvitation = (
  { clock, config }: Pick<Stand, 'clock' | 'config'>,
  list: Pick<Inviting, 'inviter' | 'source' | 'locale'>,
  person: Invited,
): Letter => toInvitation(config.origin, list, { person, token: 'example' }, expiryFrom(clock.now()))

/** Forgets unanswered invitations whose time is over, their mails too; answers how many. */
export const forgetInvitations = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> =>
  db.transaction().execute((trx) => forgetLapsed(trx, new Date(clock.now().getTime() - periods.lapsed)))

const seal = (sealer: Sealer, person: Invited) => sealer.forPurpose('invitation').seal(JSON.stringify(person))

/** What an invitation holds, while it holds anything. */
export const openInvited = (sealer: Sealer, sealed: Buffer | null): Invited | null =>
  sealed && JSON.parse(sealer.forPurpose('invitation').open(sealed))

export type Read = StoredInvitation & {
  state: InvitationState
  person: Invited | null
  deletedOn: Date
}

/** The invitation behind a mailed link; reading it changes nothing, since mail scanners read, too. */
export const readInvitation = async ({ db, clock, sealer }: Stand, token: string): Promise<Read> => {
  const found = await findByToken(db, hashToken(token))
  return toRead(sealer, found ?? refuse('invitation-not-found'), clock.now())
}

const toRead = (sealer: Sealer, found: StoredInvitation, now: Date): Read => ({
  ...found,
  state: stateOf(found, now),
  person: openInvited(sealer, found.contentSealed),
  deletedOn: deletionFrom(found.expiresAt),
})

/** The same, locked: a link is answered once. */
export const lockInvitation = async ({ sealer, clock }: Stand, trx: Trx, token: string): Promise<Read> => {
  const found = await lockByToken(trx, hashToken(token))
  return toRead(sealer, found ?? refuse('invitation-not-found'), clock.now())
}

/** No mail to this address any more: ends the invitation, forgets what it held, and keeps a keyed hash of the address. */
export const refuseMail = (deps: Stand, token: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const { id, addressHash, state } = await lockInvitation(deps, trx, token)
    if (addressHash) await insertRefusal(trx, addressHash, now)
    if (state === 'refused') return
    await closeInvitation(trx, id, { because: 'refused', now })
    if (state !== 'claimed') await deleteMails(trx, id)
    await note(trx, 'visitor', 'invitation.refused', id, now)
  })

/** Mails a lapsed invitation anew to whom it was for; one that still holds is in their mailbox already. */
export const askAgain = (deps: Stand, token: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const invitation = await lockInvitation(deps, trx, token)
    if (invitation.state === 'open') return
    await mailAnew(deps, trx, invitation, 'visitor')
  })

/** Has an unanswered invitation mailed again, with a fresh link. */
export const mailAgain = (deps: Stand, registrar: SignedIn, id: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const invitation = await lockForRegistrar(deps, trx, id)
    if (!mayMailAgain(invitation.mailedAt, deps.clock.now())) return refuse('mailed-recently')
    await mailAnew(deps, trx, invitation, { id: registrar.id, role: 'registrar' })
  })

/** Takes an unanswered invitation back: its link is worthless, its mail does not leave, what it held is gone. */
export const revoke = (deps: Stand, registrar: SignedIn, id: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const invitation = await lockForRegistrar(deps, trx, id)
    refuseAnswered(invitation)
    await closeInvitation(trx, id, { because: 'revoked', now })
    await deleteMails(trx, id)
    await note(trx, { id: registrar.id, role: 'registrar' }, 'invitation.revoked', id, now)
  })

/** Takes back what has not left yet of a list, mails and invitations; answers how many. */
export const takeBackUnsent = (trx: Trx, importId: string, now: Date): Promise<number> =>
  revokeUnsent(trx, importId, now)

const lockForRegistrar = async ({ sealer, clock }: Stand, trx: Trx, id: string): Promise<Read> =>
  toRead(sealer, (await lockById(trx, id)) ?? refuse('invitation-not-found'), clock.now())

const mailAnew = async (deps: Stand, trx: Trx, invitation: Read, actor: Actor): Promise<void> => {
  refuseAnswered(invitation)
  const { id, person } = invitation
  if (!person) return
  const now = deps.clock.now()
  const token = createToken()
  const expiresAt = expiryFrom(now)
  await deleteMails(trx, id)
  await replaceToken(trx, id, { tokenHash: hashToken(token), mailedAt: now, expiresAt })
  const letter = toInvitation(deps.config.origin, invitation, { person, token }, expiresAt)
  await deps.mailer.enqueue(trx, { to: person.email, accountId: null, letter, invitationId: id })
  await note(trx, actor, 'invitation.mailed-again', id, now)
}

/** Refuses what was answered, taken back, or forgotten. */
export const refuseAnswered = ({ state, person }: Read): void => {
  if (!isPending({ state, readable: person !== null })) refuse('invitation-closed', { members: { state } })
}

type Actor = Parameters<typeof record>[1]['actor']

const note = (trx: Trx, actor: Actor, kind: string, id: string, at: Date): Promise<void> =>
  record(trx, { actor, kind, subject: { kind: 'invitation', id }, at })
