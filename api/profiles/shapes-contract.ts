import { z } from '@hono/zod-openapi'
import { audiences } from '@repere/db/vocabulary/audience.ts'
import { choiceFields } from '@repere/db/vocabulary/choice-field.ts'
import { daysVisibilities } from '@repere/db/vocabulary/days-visibility.ts'
import { employmentForms } from '@repere/db/vocabulary/employment-form.ts'
import { media } from '@repere/db/vocabulary/medium.ts'
import { mentorings } from '@repere/db/vocabulary/mentoring.ts'
import { mobilities } from '@repere/db/vocabulary/mobility.ts'
import { workPermits } from '@repere/db/vocabulary/work-permit.ts'
import { day, instant, line, optionalLine, paragraphs } from '../http/shapes.ts'
import {
  country,
  discipline,
  httpsAddress,
  language,
  levelsShape,
  phone,
  rateRange,
  region,
  regionInput,
  texts,
  timeZoneInput,
} from '../http/words.ts'
import { itemReasons, profileItems } from './rules.ts'

const many = <Item extends z.ZodType<string, unknown>>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .default([])
    .transform((items) => [...new Set(items)])

const textsInput = (text: z.ZodType<string, string>) =>
  z
    .strictObject({ fr: text.nullish(), en: text.nullish() })
    .default({})
    .transform(({ fr, en }) => ({ ...(fr && { fr }), ...(en && { en }) }))

const count = (most: number) =>
  z
    .int()
    .min(0)
    .max(most)
    .nullish()
    .transform((number) => number ?? null)

const anyone = z.enum(audiences)
/** The rate is never public: a figure for everyone becomes the price of a whole profession. */
const notPublic = z.enum(['verified-productions', 'after-acceptance', 'only-me'])

const visibility = z.strictObject({
  pronouns: anyone.optional(),
  bio: anyone.optional(),
  media: anyone.optional(),
  employmentForms: anyone.optional(),
  remotePrep: anyone.optional(),
  noticeDays: anyone.optional(),
  mentoring: anyone.optional(),
  daysOnSet: anyone.optional(),
  productionsCount: anyone.optional(),
  workingSince: anyone.optional(),
  rate: notPublic.optional(),
  mobility: anyone.optional(),
  countries: anyone.optional(),
  workPermits: anyone.optional(),
  labels: anyone.optional(),
  tools: anyone.optional(),
  insured: anyone.optional(),
  firstAid: anyone.optional(),
  codeOfConduct: anyone.optional(),
  credits: anyone.optional(),
  photo: anyone.optional(),
})

/** The whole profile as its owner writes it: what is absent is emptied. */
export const profileInput = z
  .strictObject({
    displayName: line(80, 1),
    disciplines: many(discipline, 2),
    titleForm: line(80)
      .nullish()
      .transform((title) => title ?? ''),
    pronouns: optionalLine(40),
    levels: levelsShape.default({}),
    headline: textsInput(line(160)),
    bio: textsInput(paragraphs(4_000)),
    baseRegion: regionInput.nullish().transform((code) => code ?? null),
    regions: many(regionInput, 60),
    languages: z.array(language).max(40).default([]),
    specialisms: many(line(60, 1), 60),
    media: many(z.enum(media), 20),
    employmentForms: many(z.enum(employmentForms), 10),
    remotePrep: z.boolean().default(false),
    noticeDays: count(365),
    mentoring: z.enum(mentorings).default('none'),
    daysOnSet: count(20_000),
    productionsCount: count(5_000),
    workingSince: z
      .int()
      .min(1950)
      .nullish()
      .transform((year) => year ?? null),
    rate: rateRange.nullish().transform((rate) => rate ?? null),
    mobility: many(z.enum(mobilities), mobilities.length),
    countries: many(country, 60),
    workPermits: many(z.enum(workPermits), workPermits.length),
    labels: many(line(60, 1), 60),
    tools: many(line(60, 1), 60),
    insured: z.boolean().default(false),
    firstAid: z.boolean().default(false),
    codeOfConduct: z
      .strictObject({ name: line(160, 1), link: httpsAddress })
      .nullish()
      .transform((conduct) => conduct ?? null),
    legalName: optionalLine(120),
    phone,
    timeZone: timeZoneInput.default('Europe/Paris'),
    daysVisibility: z.enum(daysVisibilities).default('everyone'),
    visibility: visibility.default({}),
    indexingAllowed: z.boolean().default(false),
  })
  .openapi('ProfileInput')

/** What a form sends. */
export type ProfileInput = z.input<typeof profileInput>

const completenessLine = z.strictObject({
  item: z.enum(profileItems),
  done: z.boolean(),
  why: z.enum(itemReasons),
})

/** The profile as its owner reads it. `slug` is null until the first save fixes it. */
export const ownProfile = z
  .strictObject({
    slug: z.string().nullable(),
    displayName: z.string(),
    disciplines: z.array(discipline),
    titleForm: z.string(),
    pronouns: z.string().nullable(),
    levels: levelsShape,
    headline: texts,
    bio: texts,
    baseRegion: region.nullable(),
    regions: z.array(region),
    languages: z.array(language),
    specialisms: z.array(z.string()),
    media: z.array(z.enum(media)),
    employmentForms: z.array(z.enum(employmentForms)),
    remotePrep: z.boolean(),
    noticeDays: z.int().nullable(),
    mentoring: z.enum(mentorings),
    daysOnSet: z.int().nullable(),
    productionsCount: z.int().nullable(),
    workingSince: z.int().nullable(),
    rate: rateRange.nullable(),
    mobility: z.array(z.enum(mobilities)),
    countries: z.array(z.string()),
    workPermits: z.array(z.enum(workPermits)),
    labels: z.array(z.string()),
    tools: z.array(z.string()),
    insured: z.boolean(),
    firstAid: z.boolean(),
    codeOfConduct: z.strictObject({ name: z.string(), link: z.string().nullable() }).nullable(),
    legalName: z.string().nullable(),
    phone: z.string().nullable(),
    photo: z.uuid().nullable(),
    email: z.string(),
    emailVerified: z.boolean(),
    timeZone: z.string(),
    daysVisibility: z.enum(daysVisibilities),
    visibility: z.record(z.enum(choiceFields), z.enum(audiences)),
    indexingAllowed: z.boolean(),
    published: z.boolean(),
    publishedAt: instant.nullable(),
    paused: z.boolean(),
    pausedAt: instant.nullable(),
    pausedUntil: day.nullable(),
    updatedAt: instant.nullable(),
    completeness: z.array(completenessLine),
  })
  .openapi('OwnProfile')

export type OwnProfileShape = z.infer<typeof ownProfile>
