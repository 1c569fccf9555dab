import { z } from '@hono/zod-openapi'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { languageCodes, languageLevels } from '@repere/db/vocabulary/language.ts'
import { levels } from '@repere/db/vocabulary/level.ts'
import { currencies } from '@repere/db/vocabulary/rate.ts'
import { type RegionCode, regionCodes, regions, toRegionCode } from '@repere/db/vocabulary/region.ts'
import { optionalLine } from './shapes.ts'

const anyRegionCode = regions.flatMap(({ code, oldCodes }) => [code, ...oldCodes])

/** A region as people send it: old ISO codes are accepted, the current one is kept. */
export const regionInput = z.enum(anyRegionCode).transform((code) => toRegionCode(code) as RegionCode)

/** A region as it leaves. */
export const region = z.enum(regionCodes)

export const discipline = z.enum(disciplines)

export const language = z.strictObject({ code: z.enum(languageCodes), level: z.enum(languageLevels) })

/** The level declared for each discipline. */
export const levelsShape = z.strictObject({
  intimacy: z.enum(levels.intimacy).optional(),
  'eco-production': z.enum(levels['eco-production']).optional(),
})

/** A day rate range, gross, in cents. */
export const rateRange = z.strictObject({
  fromCents: z.int().min(0).max(100_000_00),
  toCents: z.int().min(0).max(100_000_00),
  currency: z.enum(currencies),
})

/** A text in French, in English, or both. */
export const texts = z.strictObject({ fr: z.string().optional(), en: z.string().optional() })

const timeZones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])

/** An IANA time zone, kept by its usual name; offsets are refused, since they know no summer. */
export const timeZoneInput = z
  .string()
  .max(64)
  .transform((name, context) => {
    const zone = toTimeZone(name)
    if (zone) return zone
    context.addIssue({ code: 'custom', message: 'must be a time zone such as Europe/Paris' })
    return z.NEVER
  })

const toTimeZone = (name: string): string | undefined => {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return timeZones.has(timeZone) ? timeZone : undefined
  } catch {
    return undefined
  }
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && countryNames.of(code) !== undefined

/** A country by its two letters, ISO 3166-1. */
export const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCountry, 'must be a country of two letters, such as FR')

/** A telephone number as people write it; absent, null and empty say nothing. */
export const phone = optionalLine(30).refine(
  (text) => text === null || /^\+?[0-9][0-9 ().\-/]{4,28}$/.test(text),
  'must be a telephone number: digits, spaces, and a + before the country',
)

/** A public page, by https, without a user or password in it; absent, null and empty say nothing. */
export const httpsAddress = optionalLine(300).refine(
  (text) => text === null || isHttps(text),
  'must be an address that begins with https://',
)

const isHttps = (text: string): boolean => {
  if (!/^https:\/\/[^\s/@\\]+\.[^\s/@\\]{2,}(?:[/?#]\S*)?$/i.test(text) || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return protocol === 'https:' && username === '' && password === ''
}
