import { readVerificationCode, writeVerificationCode } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { refuseFields, textOf } from '#lib/server/form.ts'
import type { Actions } from './$types.ts'

export const actions: Actions = {
  /** What can be a code leads to its page, which alone says whether it is one. */
  default: async ({ request, locals }) => {
    const form = await request.formData()
    const code = readVerificationCode(textOf(form, 'code').slice(0, 200))
    if (!code) return refuseFields(form, locals.locale, { code: m.verify_code_wrong() })
    redirect(303, to(`/verify/${writeVerificationCode(code)}`))
  },
}
