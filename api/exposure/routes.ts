import type { Deps } from '../deps.ts'
import { csvHeaders, writeCsv } from '../http/csv.ts'
import { createRouter } from '../http/router.ts'
import { downloadExposureRoute, type ExposureShape, readExposureRoute } from './contract.ts'
import { readExposure } from './service.ts'

export const exposureRoutes = (deps: Deps) =>
  createRouter()
    .openapi(readExposureRoute, async (c) =>
      c.json(await readExposure(deps, Number(c.req.valid('query').days)), 200),
    )
    .openapi(downloadExposureRoute, async (c) => {
      const exposure = await readExposure(deps, Number(c.req.valid('query').days))
      return c.body(
        writeCsv(toRows(exposure)),
        200,
        csvHeaders(`exposure-${exposure.from}-${exposure.to}.csv`),
      )
    })

const head = [
  ...['facet', 'value', 'searches'],
  ...['topPlaces', 'topFair', 'topRatio', 'pagePlaces', 'pageFair', 'pageRatio'],
]

/** A value with too few people or searches behind it keeps its line, and says so. */
const toRows = ({ facets }: ExposureShape) => [
  head,
  ...facets.flatMap(({ facet, items }) =>
    items.map(({ value, shown }) => {
      if (!shown) return [facet, value, 'suppressed', '', '', '', '', '', '']
      const { searches, top, page } = shown
      const cells = [top, page].flatMap((one) => [one?.places, one?.fair, one?.ratio])
      return [facet, value, searches, ...cells]
    }),
  ),
]
