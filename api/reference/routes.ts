import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import { languages } from '@repere/db/vocabulary/language.ts'
import { regions } from '@repere/db/vocabulary/region.ts'
import { etag } from 'hono/etag'
import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { type Reference, referenceRoute } from './contract.ts'
import { readCatalogue } from './repository.ts'

const disciplineNames: Record<Discipline, { nameFr: string; nameEn: string }> = {
  intimacy: { nameFr: 'Coordination d’intimité', nameEn: 'Intimacy coordination' },
  'eco-production': { nameFr: 'Coordination d’écoproduction', nameEn: 'Eco-production coordination' },
}

/** The closed words are the same until the next release; only the catalogue is read. */
const closedWords: Pick<Reference, 'disciplines' | 'regions' | 'languages'> = {
  disciplines: Object.entries(disciplineNames).map(([code, names]) => ({
    code: code as Discipline,
    ...names,
  })),
  regions: regions.map(({ code, country, nameFr, nameEn, alsoCalled, neighbours }) => ({
    code,
    country,
    nameFr,
    nameEn,
    alsoCalled: [...alsoCalled],
    neighbours: [...neighbours],
  })),
  languages: languages.map(({ code, nameFr, nameEn }) => ({ code, nameFr, nameEn })),
}

export const referenceRoutes = (deps: Deps) => {
  const router = createRouter()
  router.use('/reference', etag())
  return router.openapi(referenceRoute, async (c) => {
    c.header('cache-control', 'public, max-age=60')
    return c.json({ ...closedWords, ...(await readCatalogue(deps.db)) }, 200)
  })
}
