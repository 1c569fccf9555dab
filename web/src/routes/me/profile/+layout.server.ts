import type { Viewer } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { readProfile } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import type { LayoutServerLoad } from './$types.ts'

const viewers: readonly Viewer[] = ['public', 'verified-production', 'after-acceptance', 'me']

export const load: LayoutServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const as = viewers.find((viewer) => viewer === event.url.searchParams.get('as')) ?? 'public'
  const [profile, reference, credentials, preview] = await Promise.all([
    readProfile(event),
    apiFor(event).reference.$get().then(bodyOf),
    apiFor(event).me.credentials.$get().then(bodyOf),
    apiFor(event).me.profile.preview.$get({ query: { as } }).then(bodyOf),
  ])
  return {
    profile,
    reference,
    credentials: credentials.items,
    preview,
    viewer: as,
    locale: event.locals.locale,
  }
}
