import type { Delivery } from '@repere/db/vocabulary/notice.ts'
import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import type { UnsubscriptionShape } from './contract.ts'
import { isAccount, listPreferences, putPreferences } from './repository.ts'
import { pageOf, readToken, type WayOut } from './way-out.ts'

type Stand = Pick<Deps, 'db' | 'sealer'>

/** What the link at the foot of a mail would end, as it stands. */
export const readUnsubscription = async (
  { db, sealer }: Stand,
  token: string,
): Promise<UnsubscriptionShape> => {
  const { accountId, kinds, from } = await getWayOut({ db, sealer }, token)
  const wishes = await listPreferences(db, [accountId])
  const stopped = kinds.every((kind) => wishes.some((wish) => wish.kind === kind && wish.delivery === 'app'))
  return { kinds, from, stopped }
}

/** The page with the button for a token. */
export const findPage = async (deps: Stand & Pick<Deps, 'config'>, token: string): Promise<string> =>
  pageOf(deps.config.origin, (await getWayOut(deps, token)).locale, token)

/** Ends the mails of these kinds; what they told stays on the page. Doing it twice changes nothing. */
export const unsubscribe = (deps: Stand, token: string): Promise<UnsubscriptionShape> =>
  deliver(deps, token, () => 'app')

/** Undoes it: the mails come as they did. */
export const subscribeAgain = (deps: Stand, token: string): Promise<UnsubscriptionShape> =>
  deliver(deps, token, ({ from }) => from)

const deliver = async (
  deps: Stand,
  token: string,
  how: (way: WayOut) => Delivery,
): Promise<UnsubscriptionShape> => {
  const way = await getWayOut(deps, token)
  const delivery = how(way)
  await putPreferences(
    deps.db,
    way.accountId,
    way.kinds.map((kind) => ({ kind, delivery })),
  )
  return readUnsubscription(deps, token)
}

const getWayOut = async ({ db, sealer }: Stand, token: string): Promise<WayOut> => {
  const way = readToken(sealer, token)
  return way && (await isAccount(db, way.accountId)) ? way : refuse('unsubscription-not-found')
}
