import type { Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { NoticeKind } from '@repere/db/vocabulary/notice.ts'
import type { Deps } from '../deps.ts'
import type { Letter } from '../mail/letter.ts'
import { saidBy, sealSaid } from './content.ts'
import { insertNotifications, listPreferences } from './repository.ts'
import { deliveryOf, isChosen } from './rules.ts'
import { withWayOut } from './way-out.ts'

export interface Notice {
  to: { id: string; email: string; locale: Locale }
  kind: NoticeKind
  /** The letter, in a language: the list on the page speaks both. */
  write: (locale: Locale) => Letter
  /** What is put into the letter before it leaves: a calendar. */
  enclose?: (letter: Letter) => Letter
  /** The page it opens, where the letter's own address is a key. */
  path?: string
  /** One of thousands. */
  bulk?: boolean
}

type Stand = Pick<Deps, 'mailer' | 'sealer' | 'clock' | 'config'>

/**
 * Tells people something: on their page always, by a mail at once where they want one or cannot do without. In the
 * transaction of what it tells of, so that each is told once.
 */
export const notify = async (deps: Stand, trx: Trx, notices: readonly Notice[]): Promise<void> => {
  const choosing = notices.filter(({ kind }) => isChosen(kind)).map(({ to }) => to.id)
  const wishes = await listPreferences(trx, [...new Set(choosing)])
  const createdAt = deps.clock.now()
  const told = notices.map((notice) => {
    const { to, kind, write, enclose = (letter: Letter) => letter } = notice
    const letters = { fr: write('fr'), en: write('en') }
    const letter = enclose(letters[to.locale])
    const wish = wishes.find((one) => one.accountId === to.id && one.kind === kind)?.delivery
    const said = saidBy(letters)
    return { ...notice, said, letter, delivery: deliveryOf(kind, wish, letter.calendar !== undefined) }
  })
  await insertNotifications(
    trx,
    told.map(({ to, kind, said, path, letter, delivery }) => ({
      accountId: to.id,
      kind,
      path: path ?? letter.gist.path,
      contentSealed: sealSaid(deps.sealer, said),
      delivery,
      createdAt,
    })),
  )
  await deps.mailer.enqueueAll(
    trx,
    told
      .filter(({ delivery }) => delivery === 'at-once')
      .map(({ to, kind, letter, bulk = false }) => ({
        to: to.email,
        accountId: to.id,
        letter: isChosen(kind)
          ? withWayOut(deps, letter, { accountId: to.id, kinds: [kind], from: 'at-once', locale: to.locale })
          : letter,
        bulk,
      })),
  )
}
