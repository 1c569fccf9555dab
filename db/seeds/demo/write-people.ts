import type { Insertable } from 'kysely'
import type { Trx } from '../../connect.ts'
import type { CoordinatorTable } from '../../tables/coordinator.ts'
import type { Discipline } from '../../vocabulary/discipline.ts'
import type { LanguageCode, LanguageLevel } from '../../vocabulary/language.ts'
import type { Currency } from '../../vocabulary/rate.ts'
import type { RegionCode } from '../../vocabulary/region.ts'
import { createChance } from '../chance.ts'
import { accountIdOf, toAccount } from './accounts.ts'
import type { DemoTime } from './demo-time.ts'
import { coordinatorIdOf, demoEmail, toSlug } from './identity.ts'
import { people } from './people.ts'
import type { Person } from './person.ts'

export const emailOf = ({ name, login }: Pick<Person, 'name' | 'login'>): string =>
  demoEmail(login ?? toSlug(name).replaceAll('-', '.'))

const timeZones: Partial<Record<RegionCode, string>> = {
  'FR-971': 'America/Guadeloupe',
  'FR-972': 'America/Martinique',
  'FR-973': 'America/Cayenne',
  'FR-974': 'Indian/Reunion',
  'FR-976': 'Indian/Mayotte',
  'CA-QC': 'America/Toronto',
  GB: 'Europe/London',
}

const currencies: Partial<Record<RegionCode, Currency>> = { CH: 'CHF', GB: 'GBP', 'CA-QC': 'CAD' }

/** Numbers that ring nowhere: ARCEP keeps 06 39 98 for fiction, Ofcom 07700 900. */
const phoneOf = ({ base }: Person, place: number): string =>
  base === 'GB'
    ? `+44 7700 900${String(place).padStart(3, '0')}`
    : `+33 6 39 98 ${String(10 + Math.floor(place / 100))} ${String(place % 100).padStart(2, '0')}`

const toCoordinator = (person: Person, place: number, time: DemoTime): Insertable<CoordinatorTable> => {
  const { name, levels, headline, bio, experience, rate } = person
  const chance = createChance(`${name} dates`)
  const draft = person.status === 'draft'
  return {
    id: coordinatorIdOf(name),
    accountId: accountIdOf(name),
    slug: toSlug(name),
    displayName: name,
    titleForm: person.title,
    pronouns: person.pronouns ?? null,
    headlineFr: headline.fr,
    headlineEn: headline.en ?? null,
    bioFr: bio.fr,
    bioEn: bio.en ?? null,
    disciplines: Object.keys(levels) as Discipline[],
    levelIntimacy: levels.intimacy ?? null,
    levelEcoProduction: levels['eco-production'] ?? null,
    baseRegion: person.base,
    regions: [person.base, ...(person.also ?? [])],
    specialisms: [...person.skills],
    media: [...person.media],
    employmentForms: [...(person.forms ?? ['cddu'])],
    remotePrep: person.remotePrep ?? false,
    noticeDays: person.noticeDays ?? null,
    mentoring: person.mentoring ?? 'none',
    workingSince: experience?.[0] ?? null,
    daysOnSet: experience?.[1] ?? null,
    productionsCount: experience?.[2] ?? null,
    rateFromCents: rate ? rate[0] * 100 : null,
    rateToCents: rate ? rate[1] * 100 : null,
    rateCurrency: currencies[person.base] ?? 'EUR',
    legalName: name,
    phone: phoneOf(person, place),
    timeZone: timeZones[person.base] ?? 'Europe/Paris',
    daysVisibility: person.daysFor ?? 'everyone',
    visibility: JSON.stringify(rate ? { rate: 'verified-productions' } : {}),
    publishedAt: draft ? null : time.ago({ days: chance.between(30, 190) }),
    pausedAt: person.status === 'paused' ? time.ago({ days: 12 }) : null,
    createdAt: time.ago({ days: 200 }),
    updatedAt: time.ago({ days: chance.between(1, 90) }),
  }
}

/** Accounts, profiles, consents and languages of the coordinators. */
export const writePeople = async (
  trx: Trx,
  { time, passwordHash }: { time: DemoTime; passwordHash: string },
): Promise<void> => {
  const accounts = people.map((person) =>
    toAccount({ name: person.name, email: emailOf(person), role: 'coordinator' }, passwordHash, time),
  )
  await trx.insertInto('account').values(accounts).execute()
  const coordinators = people.map((person, place) => toCoordinator(person, place, time))
  await trx.insertInto('coordinator').values(coordinators).execute()
  const consents = coordinators.flatMap(({ accountId, publishedAt }) =>
    accountId && publishedAt instanceof Date
      ? [{ accountId, kind: 'publication' as const, wording: publicationWording, givenAt: publishedAt }]
      : [],
  )
  await trx.insertInto('consent').values(consents).execute()
  await trx.insertInto('coordinatorLanguage').values(people.flatMap(languagesOf)).execute()
}

/** The version of the text that everyone agreed to: what the listing path shows. */
const publicationWording = 'publication-2026-11'

const languagesOf = ({ name, languages }: Person) =>
  (Object.entries(languages) as [LanguageCode, LanguageLevel][]).map(([code, level]) => ({
    coordinatorId: coordinatorIdOf(name),
    code,
    level,
  }))
