import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { copyCookies } from '#lib/server/copy-cookies.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { readInvitation } from '#lib/server/invitation.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** Opening the page accepts nothing: mail scanners open links, too. */
export const load: PageServerLoad = async (event) => ({
  invitation: event.url.searchParams.has('asked') ? null : await readInvitation(event, event.params.token),
  asked: event.url.searchParams.has('asked'),
  token: event.params.token,
  locale: event.locals.locale,
})

export const actions: Actions = {
  claim: async (event) => {
    const form = await event.request.formData()
    const response = await apiFor(event).invitations[':token'].account.$post({
      param: { token: event.params.token },
      json: {
        password: String(form.get('password') ?? ''),
        displayName: textOf(form, 'displayName'),
        locale: event.locals.locale,
      },
    })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        displayName: m.claim_display_name_wrong(),
        password: m.claim_password_wrong(),
      })
    copyCookies(event, response)
    setFlash(event, m.claim_welcome())
    // The first step itself: a redirect on the way would take the sentence along.
    redirect(303, to('/me/profile/who'))
  },
  ask: async (event) => {
    const response = await apiFor(event).invitations[':token'].mail.$post({
      param: { token: event.params.token },
    })
    if (!response.ok) return refuseForm(await problemOf(response), new FormData(), event.locals.locale, {})
    redirect(303, to(`/claim/${encodeURIComponent(event.params.token)}?asked`))
  },
}
