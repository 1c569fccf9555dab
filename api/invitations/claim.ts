import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { hashChosen, openProvenAccount } from '../accounts/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import { refuse } from '../problem.ts'
import { beginDraft } from '../profiles/service.ts'
import { adoptMails, closeInvitation } from './repository.ts'
import { lockInvitation, type Read, readInvitation, refuseAnswered } from './service.ts'

export interface Claiming {
  password: string
  displayName: string
  locale: Locale
}

/**
 * Claims an invitation: an account whose address the link proves, and a private draft with what the list said. Returns
 * the account's id. Publishing stays an act of its own.
 */
export const claim = async (
  deps: Deps,
  token: string,
  { password, ...wanted }: Claiming,
): Promise<string> => {
  const before = await readInvitation(deps, token)
  const { email } = getPerson(before)
  const passwordHash = await hashChosen(deps, password, email)
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    // Answered meanwhile by another window: what is refused here leaves nothing behind.
    const invitation = await lockInvitation(deps, trx, token)
    const person = getPerson(invitation)
    const id = await openProvenAccount(deps, trx, { email, passwordHash, ...wanted })
    const { headline, title: titleForm, disciplines, regions } = person
    await beginDraft(
      trx,
      { id, displayName: wanted.displayName },
      {
        disciplines,
        titleForm,
        headline: headline ? { [invitation.locale]: headline } : {},
        regions,
      },
      now,
    )
    await closeInvitation(trx, invitation.id, { because: 'claimed', now, accountId: id })
    await adoptMails(trx, invitation.id, id)
    await record(trx, {
      actor: { id, role: 'coordinator' },
      kind: 'invitation.claimed',
      subject: { kind: 'invitation', id: invitation.id },
      facts: { import: invitation.importId },
      at: now,
    })
    return id
  })
}

const getPerson = (invitation: Read) => {
  refuseAnswered(invitation)
  const { state, person } = invitation
  if (!person || state !== 'open') return refuse('invitation-closed', { members: { state } })
  return person
}
