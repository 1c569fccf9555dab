import { type ChosenKind, chosenKinds, type Delivery, noticeKinds } from '@repere/db/vocabulary/notice.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { openSaid } from './content.ts'
import type { NoticePreferencesShape, NotificationShape } from './contract.ts'
import * as repository from './repository.ts'
import { deliveryOf, isChosen } from './rules.ts'
import { usualZone, zoneOfCountry } from './zone-rules.ts'

export { withoutNamesInNotifications } from './content.ts'
export { sendMornings } from './digest.ts'
export { type Notice, notify } from './notify.ts'
export { deleteNotifications as forgetOld, findLastTold, markSeen } from './repository.ts'

/** What somebody was told, the latest first. */
export const listMine = async (
  { db, sealer }: Deps,
  account: SignedIn,
  place: { page: number; perPage: number },
) => {
  const { rows, total } = await repository.listNotifications(db, account.id, place)
  const items = rows.map(
    ({ id, kind, path, contentSealed, createdAt, readAt }): NotificationShape => ({
      id,
      kind,
      ...openSaid(sealer, contentSealed),
      path,
      at: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }),
  )
  return { items, total, ...place }
}

const mostPaths = 100

/** How much of it is unread, and the pages that is about. */
export const countMine = async ({ db }: Deps, account: SignedIn) => {
  const unread = await repository.countUnreadByPath(db, account.id)
  return {
    count: unread.reduce((sum, { count }) => sum + count, 0),
    paths: unread.map(({ path }) => path).slice(0, mostPaths),
  }
}

/** Every kind of thing, with how this person hears of it. */
export const readPreferences = async (
  { db }: Pick<Deps, 'db'>,
  account: SignedIn,
): Promise<NoticePreferencesShape> => {
  const wishes = await repository.listPreferences(db, [account.id])
  const { personal, country } = await repository.findPlace(db, account.id)
  return {
    timeZone: personal ?? (country && zoneOfCountry(country)) ?? usualZone,
    items: noticeKinds.map((kind) => ({
      kind,
      delivery: deliveryOf(kind, wishes.find((wish) => wish.kind === kind)?.delivery, false),
      necessary: !isChosen(kind),
    })),
  }
}

/** Keeps what a person chose; what they did not name stays. */
export const choose = async (
  deps: Pick<Deps, 'db'>,
  account: SignedIn,
  wishes: { [Kind in ChosenKind]?: Delivery | undefined },
): Promise<NoticePreferencesShape> => {
  const choices = chosenKinds.flatMap((kind) => {
    const delivery = wishes[kind]
    return delivery ? [{ kind, delivery }] : []
  })
  await repository.putPreferences(deps.db, account.id, choices)
  return readPreferences(deps, account)
}
