import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Audience } from '../vocabulary/audience.ts'
import type { Day } from '../vocabulary/day.ts'
import type { DaysVisibility } from '../vocabulary/days-visibility.ts'
import type { Discipline } from '../vocabulary/discipline.ts'
import type { EmploymentForm } from '../vocabulary/employment-form.ts'
import type { Level } from '../vocabulary/level.ts'
import type { Medium } from '../vocabulary/medium.ts'
import type { Mentoring } from '../vocabulary/mentoring.ts'
import type { Mobility } from '../vocabulary/mobility.ts'
import type { Currency } from '../vocabulary/rate.ts'
import type { RegionCode } from '../vocabulary/region.ts'
import type { WorkPermit } from '../vocabulary/work-permit.ts'
import { column, type Dictionary } from './dictionary.ts'

/** The profile of a coordinator. Nothing shows before publication. */
export interface CoordinatorTable {
  id: Generated<string>
  accountId: string | null
  slug: string
  displayName: string
  titleForm: Generated<string>
  pronouns: string | null
  headlineFr: string | null
  headlineEn: string | null
  bioFr: string | null
  bioEn: string | null
  disciplines: Generated<Discipline[]>
  levelIntimacy: Level<'intimacy'> | null
  levelEcoProduction: Level<'eco-production'> | null
  baseRegion: RegionCode | null
  regions: Generated<RegionCode[]>
  specialisms: Generated<string[]>
  media: Generated<Medium[]>
  employmentForms: Generated<EmploymentForm[]>
  remotePrep: Generated<boolean>
  noticeDays: number | null
  mentoring: Generated<Mentoring>
  daysOnSet: number | null
  productionsCount: number | null
  workingSince: number | null
  rateFromCents: number | null
  rateToCents: number | null
  rateCurrency: Generated<Currency>
  mobility: Generated<Mobility[]>
  countries: Generated<string[]>
  workPermits: Generated<WorkPermit[]>
  labels: Generated<string[]>
  tools: Generated<string[]>
  insured: Generated<boolean>
  firstAid: Generated<boolean>
  codeOfConduct: string | null
  codeOfConductLink: string | null
  legalName: string | null
  phone: string | null
  timeZone: Generated<string>
  daysVisibility: Generated<DaysVisibility>
  visibility: ColumnType<Record<string, Audience>, string | undefined, string>
  indexingAllowed: Generated<boolean>
  publishedAt: Date | null
  pausedAt: Date | null
  pausedUntil: Day | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  words: GeneratedAlways<string>
  spelt: GeneratedAlways<string>
}

export const coordinator: Dictionary<CoordinatorTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  accountId: column('whose; null once erased', 'nobody', 'account'),
  slug: column('address of the public page', 'everyone', 'account', 'mine'),
  displayName: column('professional name', 'everyone', 'account', 'mine'),
  titleForm: column('the title in the form the person chose', 'everyone', 'account', 'mine'),
  pronouns: column('optional', 'choice', 'account', 'mine'),
  headlineFr: column('one line, French', 'everyone', 'account', 'mine'),
  headlineEn: column('one line, English', 'everyone', 'account', 'mine'),
  bioFr: column('way of working, French', 'choice', 'account', 'mine'),
  bioEn: column('way of working, English', 'choice', 'account', 'mine'),
  disciplines: column('professions', 'everyone', 'account', 'mine'),
  levelIntimacy: column('declared level', 'everyone', 'account', 'mine'),
  levelEcoProduction: column('declared level', 'everyone', 'account', 'mine'),
  baseRegion: column('where the person starts from; never an address', 'everyone', 'account', 'mine'),
  regions: column('where the person agrees to work', 'everyone', 'account', 'mine'),
  specialisms: column('skills', 'everyone', 'account', 'mine'),
  media: column('kinds of work known', 'choice', 'account', 'mine'),
  employmentForms: column('forms of employment accepted', 'choice', 'account', 'mine'),
  remotePrep: column('prepares at a distance', 'choice', 'account', 'mine'),
  noticeDays: column('notice needed, days', 'choice', 'account', 'mine'),
  mentoring: column('takes somebody along, or looks for a lead', 'choice', 'account', 'mine'),
  daysOnSet: column('declared experience, days', 'choice', 'account', 'mine'),
  productionsCount: column('declared experience, productions', 'choice', 'account', 'mine'),
  workingSince: column('first year of work', 'choice', 'account', 'mine'),
  rateFromCents: column('lowest day rate, gross cents', 'choice', 'account', 'mine'),
  rateToCents: column('highest day rate, gross cents', 'choice', 'account', 'mine'),
  rateCurrency: column('currency of the range', 'choice', 'account', 'mine'),
  mobility: column('how the person moves and stays', 'choice', 'account', 'mine'),
  countries: column('countries worked in', 'choice', 'account', 'mine'),
  workPermits: column('where no further permit is needed', 'choice', 'account', 'mine'),
  labels: column('labels of productions worked with', 'choice', 'account', 'mine'),
  tools: column('tools the person knows', 'choice', 'account', 'mine'),
  insured: column('holds a professional liability insurance', 'choice', 'account', 'mine'),
  firstAid: column('trained in first aid', 'choice', 'account', 'mine'),
  codeOfConduct: column('the code of conduct kept to', 'choice', 'account', 'mine'),
  codeOfConductLink: column('where that code can be read', 'choice', 'account', 'mine'),
  legalName: column('name on a contract', 'accepted', 'account', 'mine'),
  phone: column('contact', 'accepted', 'account', 'mine'),
  timeZone: column('says when today begins', 'owner', 'account', 'mine'),
  daysVisibility: column('who sees the days', 'owner', 'account', 'mine'),
  visibility: column('audience per chosen field', 'owner', 'account', 'mine'),
  indexingAllowed: column('search engines may list the page', 'owner', 'account', 'mine'),
  publishedAt: column('public since', 'owner', 'account', 'mine'),
  pausedAt: column('takes no requests since', 'everyone', 'account', 'mine'),
  pausedUntil: column('the last day of that, if it was said', 'everyone', 'account', 'mine'),
  createdAt: column('age', 'owner', 'account', 'mine'),
  updatedAt: column('freshness', 'owner', 'account', 'mine'),
  words: column('folded words of public texts, for search', 'nobody', 'account'),
  spelt: column('folded short texts, for words with a typing error', 'nobody', 'account'),
}
