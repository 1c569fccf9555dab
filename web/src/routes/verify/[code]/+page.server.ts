import { readVerificationCode, writeVerificationCode } from '@repere/api/client.ts'
import { error } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { countryName } from '#lib/words/countries.ts'
import type { PageServerLoad } from './$types.ts'

/** Asked anew at each request, and kept nowhere: a withdrawal shows at once. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
  const code = readVerificationCode(event.params.code)
  if (!code) return error(404)
  const response = await apiFor(event)
    .verify[':code'].$get({ param: { code } })
    .catch(() => error(503))
  if (response.status !== 200) return error((await problemOf(response)).status)
  const verified = await response.json()
  const { issuer, country, nameFr, nameEn } = verified.credential
  const { locale } = event.locals
  const place = countryName(country, locale)
  return {
    verified,
    locale,
    code: writeVerificationCode(code),
    name: locale === 'fr' ? nameFr : nameEn,
    issuer: issuer.endsWith(place) ? issuer : `${issuer}, ${place}`,
  }
}
