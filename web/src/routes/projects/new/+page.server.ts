import { daysBetween, daysOf, isDay } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import { typeDays, type Values } from '#lib/projects/values.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { findCompany } from '#lib/server/company.ts'
import { requireRole } from '#lib/server/require.ts'
import { keepProject, moreRows, saveProject } from '#lib/server/save-project.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** What a search or a profile handed over: profession, regions and days are typed already. */
const prefill = (query: URLSearchParams): Values => {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  const range =
    isDay(from) && isDay(to) && daysBetween(from, to) >= 0 && daysBetween(from, to) < 366
      ? daysOf([{ from, to }])
      : []
  const days = [...range, ...(query.get('days') ?? '').split(',').filter(isDay)]
  return {
    discipline: [query.get('discipline') === 'eco-production' ? 'eco-production' : 'intimacy'],
    regions: query.getAll('region'),
    coordinator: query.getAll('coordinator'),
    ...(days.length > 0 && { 'phases.0.days': [typeDays(days)], 'phases.0.kind': ['shoot'] }),
  }
}

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const [reference, company] = await Promise.all([
    apiFor(event).reference.$get().then(bodyOf),
    findCompany(event),
  ])
  return {
    reference,
    company,
    values: prefill(event.url.searchParams),
    today: new Date().toISOString().slice(0, 10),
    locale: event.locals.locale,
  }
}

export const actions: Actions = {
  save: (event) => saveProject(event),
  keep: (event) => keepProject(event),
  more: (event) => moreRows(event),
}
