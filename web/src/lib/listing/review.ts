import {
  type Audience,
  audienceOf,
  type ChoiceField,
  type Locale,
  type OwnCredential,
  type OwnCredit,
  type OwnProfile,
  type Reference,
} from '@repere/api/client.ts'
import { formatMoney } from '#lib/dates/figures.ts'
import * as m from '#lib/paraglide/messages.js'
import { credentialStateNames } from '#lib/words/credentials.ts'
import { disciplineNames } from '#lib/words/disciplines.ts'
import { employmentFormNames } from '#lib/words/employment.ts'
import { levelNames } from '#lib/words/levels.ts'
import { mediumNames } from '#lib/words/media.ts'
import { mobilityNames, workPermitNames } from '#lib/words/mobility.ts'
import { languageLevelNames, mentoringNames } from '#lib/words/people.ts'
import { type DepthName, depthPages } from './depth.ts'
import { type StepName, steps } from './steps.ts'

export interface ReviewLine {
  label: string
  value: string
  /** Where it is changed; absent when it is fixed by rule. */
  path?: string
}

interface Candidate extends ReviewLine {
  audience: Audience
}

/** What the review tells beside the profile itself. */
export interface ReviewExtras {
  /** Names of the countries worked in, by code. */
  countries: Readonly<Record<string, string>>
  credits: readonly Pick<OwnCredit, 'title' | 'confidential'>[]
}

/** A profile as the review shows it before publishing: each value in the column of those who will see it. */
export const reviewOf = (
  profile: OwnProfile,
  credentials: readonly OwnCredential[],
  reference: Reference,
  locale: Locale,
  extras: ReviewExtras,
): Record<Audience, ReviewLine[]> => {
  const candidates = [
    ...openLines(profile, reference, locale),
    ...credentialLines(credentials, reference, locale),
    ...chosenLines(profile, locale),
    ...depthLines(profile, reference, locale, extras),
    ...fixedLines(profile),
  ].filter(({ value }) => value !== '')
  const column = (audience: Audience) => candidates.filter((line) => line.audience === audience)
  return {
    public: column('public'),
    'verified-productions': column('verified-productions'),
    'after-acceptance': column('after-acceptance'),
    'only-me': column('only-me'),
  }
}

const listOf = (items: readonly (string | undefined)[]): string => items.filter(Boolean).join(', ')

const namesIn = (
  list: readonly { code: string; nameFr: string; nameEn: string }[],
  codes: readonly string[],
  locale: Locale,
) =>
  listOf(
    codes.map(
      (code) => list.find((item) => item.code === code)?.[locale === 'fr' ? 'nameFr' : 'nameEn'] ?? code,
    ),
  )

const openLines = (profile: OwnProfile, reference: Reference, locale: Locale): Candidate[] => {
  const line = (label: string, value: string, step: StepName): Candidate => ({
    label,
    value,
    path: steps[step].path,
    audience: 'public',
  })
  return [
    line(m.listing_name(), listOf([profile.displayName, profile.titleForm]), 'who'),
    line(
      m.listing_disciplines(),
      listOf(profile.disciplines.map((word) => disciplineNames[locale][word])),
      'who',
    ),
    line(
      m.listing_levels(),
      listOf(Object.values(profile.levels).map((level) => level && levelNames[locale][level])),
      'who',
    ),
    line(m.listing_headline_fr(), profile.headline.fr ?? '', 'who'),
    line(m.listing_headline_en(), profile.headline.en ?? '', 'who'),
    line(m.listing_regions(), namesIn(reference.regions, profile.regions, locale), 'where'),
    line(
      m.listing_languages(),
      listOf(
        profile.languages.map(
          ({ code, level }) =>
            `${namesIn(reference.languages, [code], locale)} (${languageLevelNames[locale][level]})`,
        ),
      ),
      'where',
    ),
    line(m.listing_specialisms(), namesIn(reference.specialisms, profile.specialisms, locale), 'who'),
    {
      label: m.listing_your_days(),
      value: m.listing_days_shown(),
      path: steps.days.path,
      audience: profile.daysVisibility === 'everyone' ? 'public' : 'verified-productions',
    },
  ]
}

const credentialLines = (
  credentials: readonly OwnCredential[],
  reference: Reference,
  locale: Locale,
): Candidate[] =>
  credentials
    .filter(({ shown }) => shown)
    .map(({ code, state }) => ({
      label: namesIn(reference.credentials, [code], locale),
      value: credentialStateNames[locale][state],
      path: steps.credentials.path,
      audience: 'public',
    }))

const chosenLines = (profile: OwnProfile, locale: Locale): Candidate[] => {
  const line = (field: ChoiceField, label: string, value: string, step: StepName): Candidate => ({
    label,
    value,
    path: steps[step].path,
    audience: audienceOf(profile.visibility, field),
  })
  const { rate } = profile
  const amount = (cents: number) => (rate ? formatMoney(cents, rate.currency, locale) : '')
  return [
    line('pronouns', m.listing_pronouns(), profile.pronouns ?? '', 'who'),
    line('bio', m.listing_bio_fr(), shorten(profile.bio.fr ?? ''), 'who'),
    line('bio', m.listing_bio_en(), shorten(profile.bio.en ?? ''), 'who'),
    line('media', m.listing_media(), listOf(profile.media.map((word) => mediumNames[locale][word])), 'where'),
    line(
      'employmentForms',
      m.listing_contracts(),
      listOf(profile.employmentForms.map((word) => employmentFormNames[locale][word])),
      'where',
    ),
    line(
      'remotePrep',
      m.depth_remote_prep(),
      profile.remotePrep ? m.profile_remote_yes() : m.profile_remote_no(),
      'where',
    ),
    line(
      'noticeDays',
      m.listing_notice(),
      profile.noticeDays === null ? '' : m.listing_notice_days({ days: profile.noticeDays }),
      'where',
    ),
    line(
      'mentoring',
      m.listing_mentoring(),
      profile.mentoring === 'none' ? '' : mentoringNames[locale][profile.mentoring],
      'where',
    ),
    line('daysOnSet', m.listing_days_on_set(), String(profile.daysOnSet ?? ''), 'credentials'),
    line('productionsCount', m.listing_productions(), String(profile.productionsCount ?? ''), 'credentials'),
    line('workingSince', m.listing_since(), String(profile.workingSince ?? ''), 'credentials'),
    line(
      'rate',
      m.listing_rate(),
      rate ? `${amount(rate.fromCents)} – ${amount(rate.toCents)}` : '',
      'where',
    ),
  ]
}

const depthLines = (
  profile: OwnProfile,
  reference: Reference,
  locale: Locale,
  { countries, credits }: ReviewExtras,
): Candidate[] => {
  const line = (field: ChoiceField, label: string, value: string, page: DepthName): Candidate => ({
    label,
    value,
    path: depthPages[page].path,
    audience: audienceOf(profile.visibility, field),
  })
  const named = (list: readonly { code: string; name: string }[], codes: readonly string[]) =>
    listOf(codes.map((code) => list.find((item) => item.code === code)?.name ?? code))
  return [
    line(
      'mobility',
      m.depth_mobility(),
      listOf(profile.mobility.map((word) => mobilityNames[locale][word])),
      'practice',
    ),
    line(
      'countries',
      m.depth_countries_legend(),
      listOf(profile.countries.map((code) => countries[code] ?? code)),
      'practice',
    ),
    line(
      'workPermits',
      m.depth_permits(),
      listOf(profile.workPermits.map((word) => workPermitNames[locale][word])),
      'practice',
    ),
    line('labels', m.depth_labels(), named(reference.labels, profile.labels), 'practice'),
    line('tools', m.depth_tools(), named(reference.tools, profile.tools), 'practice'),
    line('insured', m.depth_safeguards(), profile.insured ? m.depth_insured() : '', 'practice'),
    line('firstAid', m.depth_first_aid_label(), profile.firstAid ? m.depth_first_aid() : '', 'practice'),
    line('codeOfConduct', m.depth_conduct(), profile.codeOfConduct?.name ?? '', 'practice'),
    line(
      'credits',
      m.depth_credits(),
      listOf(
        credits.map(({ title, confidential }) => (confidential ? m.depth_credit_confidential() : title)),
      ),
      'credits',
    ),
    line('photo', m.depth_photo(), profile.photo ? m.depth_photo_now() : '', 'photo'),
  ]
}

const fixedLines = (profile: OwnProfile): Candidate[] => [
  {
    label: m.listing_legal_name(),
    value: profile.legalName ?? '',
    path: steps.where.path,
    audience: 'after-acceptance',
  },
  { label: m.account_email(), value: profile.email, audience: 'after-acceptance' },
  {
    label: m.listing_phone(),
    value: profile.phone ?? '',
    path: steps.where.path,
    audience: 'after-acceptance',
  },
  { label: m.listing_calendar_notes(), value: m.listing_calendar_notes_value(), audience: 'only-me' },
  { label: m.listing_credential_numbers(), value: m.listing_credential_numbers_value(), audience: 'only-me' },
  { label: m.listing_never_asked(), value: m.account_never_asked_items(), audience: 'only-me' },
]

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 157).trimEnd()}…` : text)
