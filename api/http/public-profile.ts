import { z } from '@hono/zod-openapi'
import { creditRoles } from '@repere/db/vocabulary/completion.ts'
import { credentialStates } from '@repere/db/vocabulary/credential.ts'
import { daysVisibilities } from '@repere/db/vocabulary/days-visibility.ts'
import { employmentForms } from '@repere/db/vocabulary/employment-form.ts'
import { media } from '@repere/db/vocabulary/medium.ts'
import { mentoringSides, mentorings } from '@repere/db/vocabulary/mentoring.ts'
import { mobilities } from '@repere/db/vocabulary/mobility.ts'
import { workPermits } from '@repere/db/vocabulary/work-permit.ts'
import { day } from './shapes.ts'
import { discipline, language, levelsShape, rateRange, region, texts } from './words.ts'

/** A credential as others read it. `checkedOn` is null while nobody checked; `endsOn` is the last day it holds. */
const shownCredential = z.strictObject({
  code: z.string(),
  state: z.enum(credentialStates),
  issuedOn: day.nullable(),
  endsOn: day.nullable(),
  checkedOn: day.nullable(),
})

/** A credit as others read it: without title, production and link while it is confidential. */
const shownCredit = z.strictObject({
  kind: z.enum(media),
  year: z.int(),
  role: z.string(),
  confidential: z.boolean(),
  title: z.string().nullable(),
  production: z.string().nullable(),
  link: z.string().nullable(),
})

/** A credit that a production confirmed: without title and production while it is confidential. */
const shownConfirmedCredit = z.strictObject({
  discipline,
  kind: z.enum(media),
  year: z.int(),
  role: z.enum(creditRoles),
  daysOnSet: z.int(),
  confidential: z.boolean(),
  title: z.string().nullable(),
  production: z.string().nullable(),
})

/** The other half of a mentoring pair: `side` is theirs. */
const shownPair = z.strictObject({
  slug: z.string(),
  displayName: z.string(),
  discipline,
  side: z.enum(mentoringSides),
})

/**
 * A profile through somebody's eyes. Shown by discovery to visitors and by the preview to its owner: one shape,
 * so that the preview cannot promise what the page does not keep. Optional fields are those of choice.
 */
export const publicProfile = z
  .strictObject({
    slug: z.string(),
    displayName: z.string(),
    titleForm: z.string(),
    disciplines: z.array(discipline),
    levels: levelsShape,
    headline: texts,
    baseRegion: region.nullable(),
    regions: z.array(region),
    languages: z.array(language),
    specialisms: z.array(z.string()),
    paused: z.boolean(),
    pausedUntil: day.nullable(),
    indexingAllowed: z.boolean(),
    daysVisibility: z.enum(daysVisibilities),
    calendarConfirmedOn: day.nullable(),
    credentials: z.array(shownCredential),
    pronouns: z.string().optional(),
    bio: texts.optional(),
    media: z.array(z.enum(media)).optional(),
    employmentForms: z.array(z.enum(employmentForms)).optional(),
    remotePrep: z.boolean().optional(),
    noticeDays: z.int().optional(),
    mentoring: z.enum(mentorings).optional(),
    daysOnSet: z.int().optional(),
    productionsCount: z.int().optional(),
    workingSince: z.int().optional(),
    rate: rateRange.optional(),
    mobility: z.array(z.enum(mobilities)).optional(),
    countries: z.array(z.string()).optional(),
    workPermits: z.array(z.enum(workPermits)).optional(),
    labels: z.array(z.string()).optional(),
    tools: z.array(z.string()).optional(),
    insured: z.literal(true).optional(),
    firstAid: z.literal(true).optional(),
    codeOfConduct: z.strictObject({ name: z.string(), link: z.string().nullable() }).optional(),
    credits: z.array(shownCredit).optional(),
    confirmedCredits: z.array(shownConfirmedCredit).optional(),
    confirmedDays: z.int().optional(),
    photo: z.uuid().optional().openapi({ description: 'Its name at `/photos/{id}`.' }),
    pairs: z.array(shownPair).optional(),
    contact: z
      .strictObject({ legalName: z.string().nullable(), email: z.string(), phone: z.string().nullable() })
      .optional(),
  })
  .openapi('PublicProfile')
