import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { readProfile } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import type { LayoutServerLoad } from './$types.ts'

export const load: LayoutServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const [profile, reference, credentials] = await Promise.all([
    readProfile(event),
    apiFor(event).reference.$get().then(bodyOf),
    apiFor(event).me.credentials.$get().then(bodyOf),
  ])
  return {
    profile,
    reference,
    credentials: credentials.items,
    locale: event.locals.locale,
    now: new Date().toISOString(),
  }
}
