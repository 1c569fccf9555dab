import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import type { Letter } from '../mail/letter.ts'
import { describeListed } from '../mail/templates/described-listed.ts'
import { invitation } from '../mail/templates/invitation.ts'
import { deletionFrom } from './rules.ts'

/** Whom a list names, and what their draft begins with. */
export interface Invited {
  email: string
  name: string
  disciplines: Discipline[]
  regions: RegionCode[]
  title: string
  headline: string
}

/** The mail that carries an invitation. */
export const toInvitation = (
  origin: string,
  { inviter, source, locale }: { inviter: string; source: string; locale: Locale },
  { person, token }: { person: Invited; token: string },
  expiresAt: Date,
): Letter =>
  invitation(origin, locale, {
    token,
    name: person.name,
    email: person.email,
    inviter,
    source,
    held: describeListed(locale, person),
    openUntil: expiresAt,
    deletedOn: deletionFrom(expiresAt),
  })
