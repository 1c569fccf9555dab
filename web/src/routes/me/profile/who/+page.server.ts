import { type Discipline, disciplines, type Level, levels } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'
import { audienceIn } from '#lib/listing/audience.ts'
import { steps } from '#lib/listing/steps.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from '#lib/server/flash.ts'
import { optionalText, refuseForm, textOf, textsOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { saveStep } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions } from './$types.ts'

const levelOf = <D extends Discipline>(form: FormData, discipline: D): Level<D> | undefined => {
  const asked = textOf(form, `levels.${discipline}`)
  return (levels[discipline] as readonly Level<D>[]).find((level) => level === asked)
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const chosen = disciplines.filter((discipline) => textsOf(form, 'disciplines').includes(discipline))
    const [intimacy, eco] = [levelOf(form, 'intimacy'), levelOf(form, 'eco-production')]
    const response = await saveStep(event, {
      displayName: textOf(form, 'displayName'),
      disciplines: chosen,
      titleForm: textOf(form, 'titleForm'),
      pronouns: textOf(form, 'pronouns'),
      levels: { ...(intimacy && { intimacy }), ...(eco && { 'eco-production': eco }) },
      headline: { fr: optionalText(form, 'headline.fr'), en: optionalText(form, 'headline.en') },
      bio: { fr: optionalText(form, 'bio.fr'), en: optionalText(form, 'bio.en') },
      specialisms: chosen.flatMap((discipline) => textsOf(form, `specialisms.${discipline}`)),
      visibility: { bio: audienceIn(form, 'bio'), pronouns: audienceIn(form, 'pronouns') },
    })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        displayName: m.listing_name_wrong(),
        titleForm: m.listing_title_wrong(),
        pronouns: m.listing_pronouns_wrong(),
        'headline.fr': m.listing_headline_wrong(),
        'headline.en': m.listing_headline_wrong(),
        'bio.fr': m.listing_bio_wrong(),
        'bio.en': m.listing_bio_wrong(),
        disciplines: m.listing_disciplines_wrong(),
        specialisms: m.listing_specialisms_wrong(),
      })
    setFlash(event, m.listing_saved())
    redirect(303, to(steps.where.path))
  },
}
