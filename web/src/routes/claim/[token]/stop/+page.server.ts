import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { refuseForm } from '#lib/server/form.ts'
import { readInvitation } from '#lib/server/invitation.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => ({
  state: (await readInvitation(event, event.params.token))?.state ?? null,
  token: event.params.token,
})

export const actions: Actions = {
  default: async (event) => {
    const response = await apiFor(event).invitations[':token'].refusal.$post({
      param: { token: event.params.token },
    })
    if (!response.ok) return refuseForm(await problemOf(response), new FormData(), event.locals.locale, {})
    redirect(303, to(`/claim/${encodeURIComponent(event.params.token)}/stop`))
  },
}
