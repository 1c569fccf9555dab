import {
  currencies,
  employmentForms,
  type LanguageCode,
  type LanguageLevel,
  languageCodes,
  languageLevels,
  media,
  mentorings,
  type ProfileInput,
  toRegionCode,
} from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'
import { audienceIn } from '#lib/listing/audience.ts'
import { centsIn, countIn } from '#lib/listing/figures.ts'
import { languageRows } from '#lib/listing/languages.ts'
import { steps } from '#lib/listing/steps.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from '#lib/server/flash.ts'
import { optionalText, refuseForm, textOf, textsOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { saveStep } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions } from './$types.ts'

const rateIn = (form: FormData): ProfileInput['rate'] => {
  const [from, upTo] = [centsIn(form, 'rate.from'), centsIn(form, 'rate.to')]
  if (from === undefined && upTo === undefined) return null
  const currency = currencies.find((code) => code === textOf(form, 'rate.currency')) ?? 'EUR'
  return { fromCents: from ?? upTo ?? 0, toCents: upTo ?? from ?? 0, currency }
}

const languagesIn = (form: FormData): { code: LanguageCode; level: LanguageLevel }[] =>
  Array.from({ length: languageRows }, (_, row) => ({
    code: languageCodes.find((code) => code === textOf(form, `languages.${row}.code`)),
    level: languageLevels.find((level) => level === textOf(form, `languages.${row}.level`)) ?? 'B2',
  })).flatMap(({ code, level }) => (code ? [{ code, level }] : []))

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await saveStep(event, {
      baseRegion: toRegionCode(textOf(form, 'baseRegion')) ?? null,
      regions: textsOf(form, 'regions').flatMap((code) => toRegionCode(code) ?? []),
      remotePrep: form.has('remotePrep'),
      languages: languagesIn(form),
      media: media.filter((medium) => textsOf(form, 'media').includes(medium)),
      employmentForms: employmentForms.filter((word) => textsOf(form, 'employmentForms').includes(word)),
      noticeDays: countIn(form, 'noticeDays'),
      mentoring: mentorings.find((word) => word === textOf(form, 'mentoring')) ?? 'none',
      rate: rateIn(form),
      legalName: optionalText(form, 'legalName') ?? null,
      phone: optionalText(form, 'phone') ?? null,
      visibility: {
        noticeDays: audienceIn(form, 'noticeDays'),
        employmentForms: audienceIn(form, 'employmentForms'),
        rate: audienceIn(form, 'rate') as NonNullable<ProfileInput['visibility']>['rate'],
      },
    })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        regions: m.listing_regions_wrong(),
        languages: m.listing_languages_wrong(),
        noticeDays: m.listing_notice_wrong(),
        rate: m.listing_rate_wrong(),
        legalName: m.listing_legal_name_wrong(),
        phone: m.listing_phone_wrong(),
      })
    setFlash(event, m.listing_saved())
    redirect(303, to(steps.credentials.path))
  },
}
