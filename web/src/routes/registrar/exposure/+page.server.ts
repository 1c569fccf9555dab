import type { ExposureFacet, Locale } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import { disciplineNames } from '#lib/words/disciplines.ts'
import { evidenceName } from '#lib/words/exposure.ts'
import { languageName, regionName } from '#lib/words/places.ts'
import type { PageServerLoad } from './$types.ts'

const periods = ['7', '28', '90', '365'] as const

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const { locale } = event.locals
  const asked = event.url.searchParams.get('days')
  const days = periods.find((period) => period === asked) ?? '28'
  const { facets, ...exposure } = await bodyOf(
    await apiFor(event).registrar.exposure.$get({ query: { days } }),
  )
  return {
    ...exposure,
    locale,
    facets: facets.map(({ facet, items }) => ({
      facet,
      items: items.map(({ value, shown }) => ({ value, name: nameOf(facet, value, locale), shown })),
    })),
    days,
    periods: periods.map((period) => ({ days: period, href: to(`/registrar/exposure?days=${period}`) })),
    csv: `/api/registrar/exposure.csv?days=${days}`,
  }
}

const nameOf = (facet: ExposureFacet, value: string, locale: Locale): string => {
  const names: Record<ExposureFacet, () => string> = {
    discipline: () =>
      value === 'intimacy' || value === 'eco-production' ? disciplineNames[locale][value] : value,
    region: () => regionName(value, locale),
    language: () => languageName(value, locale),
    evidence: () => evidenceName(value, locale),
  }
  return names[facet]()
}
