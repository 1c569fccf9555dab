import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { answerOnCredential } from '#lib/server/answers.ts'
import { declareCredential, removeCredential } from '#lib/server/credentials.ts'
import { removeEvidence, uploadEvidence } from '#lib/server/evidence.ts'
import { readProfile } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import { shareCredential, unshareCredential } from '#lib/server/verification.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const [profile, reference, credentials, verifications] = await Promise.all([
    readProfile(event),
    apiFor(event).reference.$get().then(bodyOf),
    apiFor(event).me.credentials.$get().then(bodyOf),
    apiFor(event).me.verifications.$get().then(bodyOf),
  ])
  return {
    disciplines: profile.disciplines,
    reference,
    credentials: credentials.items,
    verifications: verifications.items,
    published: profile.published,
    locale: event.locals.locale,
  }
}

export const actions: Actions = {
  declare: (event) => declareCredential(event, '/me/credentials'),
  remove: (event) => removeCredential(event, '/me/credentials'),
  evidence: (event) => uploadEvidence(event, '/me/credentials'),
  removeEvidence: (event) => removeEvidence(event, '/me/credentials'),
  answer: (event) => answerOnCredential(event, '/me/credentials'),
  share: (event) => shareCredential(event, '/me/credentials'),
  unshare: (event) => unshareCredential(event, '/me/credentials'),
}
