import type { WeeklyRule } from '../../vocabulary/block.ts'
import type { EmploymentForm } from '../../vocabulary/employment-form.ts'
import type { LanguageCode, LanguageLevel } from '../../vocabulary/language.ts'
import type { Level } from '../../vocabulary/level.ts'
import type { Medium } from '../../vocabulary/medium.ts'
import type { RegionCode } from '../../vocabulary/region.ts'
import type { Credential } from './credential.ts'

interface Text {
  fr: string
  en?: string
}

/**
 * How a calendar looks: `open` mostly free; `scattered` a day here and there; `busy` long stretches taken;
 * `short` known for ten weeks only; `stale` not confirmed for too long; `never` nothing said yet.
 */
export type CalendarKind = 'open' | 'scattered' | 'busy' | 'short' | 'stale' | 'never'

/** An invented coordinator. */
export interface Person {
  name: string
  /** What stands before @demo.test; made from the name unless said. */
  login?: string
  title: string
  pronouns?: string
  levels: { intimacy?: Level<'intimacy'>; 'eco-production'?: Level<'eco-production'> }
  base: RegionCode
  /** Where else the person agrees to work. */
  also?: readonly RegionCode[]
  languages: Partial<Record<LanguageCode, LanguageLevel>>
  headline: Text
  bio: Text
  skills: readonly string[]
  media: readonly Medium[]
  credentials: readonly Credential[]
  calendar: CalendarKind
  weekly?: Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, WeeklyRule>>
  /** First year of work, days on set, productions: as declared. */
  experience?: readonly [since: number, days: number, productions: number]
  /** A day, in whole units of the currency of the base region; shown to verified productions. */
  rate?: readonly [from: number, to: number]
  forms?: readonly EmploymentForm[]
  remotePrep?: true
  noticeDays?: number
  mentoring?: 'takes-shadows' | 'seeks-lead'
  daysFor?: 'verified-productions'
  /** Published unless said otherwise; a paused profile stays visible and takes no requests. */
  status?: 'draft' | 'paused'
}
