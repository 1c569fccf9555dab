import type { Sealer, Trx } from '@repere/db'
import { type Locale, locales } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import type { Letter } from '../mail/letter.ts'
import { listContents, updateContent } from './repository.ts'

/** What the list says of a notice, in both languages: whoever reads may change theirs. */
export type Said = Record<Locale, { title: string; line: string }>

const sealOf = (sealer: Sealer) => sealer.forPurpose('notification')

export const sealSaid = (sealer: Sealer, said: Said): Buffer => sealOf(sealer).seal(JSON.stringify(said))

export const openSaid = (sealer: Sealer, sealed: Buffer): Said => JSON.parse(sealOf(sealer).open(sealed))

/** As the letters begin. */
export const saidBy = (letters: Record<Locale, Letter>): Said => {
  const say = ({ subject, gist }: Letter) => ({ title: subject, line: gist.line })
  return { fr: say(letters.fr), en: say(letters.en) }
}

/** Where a notice leads whose page had somebody's name in its address, once they are gone. */
const itself = '/me/notifications'

/** Takes names out of what these people were told; `clean` answers the text without them, in a language. */
export const withoutNamesInNotifications = async (
  { sealer }: Pick<Deps, 'sealer'>,
  trx: Trx,
  accountIds: readonly string[],
  clean: (text: string, locale: Locale) => string,
): Promise<void> => {
  for (const { id, path, contentSealed } of await listContents(trx, accountIds)) {
    const said = openSaid(sealer, contentSealed)
    const cleaned = Object.fromEntries(
      locales.map((locale) => [
        locale,
        { title: clean(said[locale].title, locale), line: clean(said[locale].line, locale) },
      ]),
    ) as Said
    const isNamed = clean(path, 'fr') !== path
    if (isNamed || JSON.stringify(cleaned) !== JSON.stringify(said))
      await updateContent(trx, id, {
        contentSealed: sealSaid(sealer, cleaned),
        path: isNamed ? itself : path,
      })
  }
}
