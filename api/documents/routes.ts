import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { csvHeaders } from '../http/csv.ts'
import { createRouter } from '../http/router.ts'
import {
  getDiligenceRoute,
  getMemoRoute,
  printDiligenceRoute,
  printMemoRoute,
  tabulateDiligenceRoute,
} from './contract.ts'
import type { Paper } from './paper.ts'
import { printPaper } from './print.ts'
import { tabulateDiligence, writeDiligence, writeMemo } from './service.ts'

export const documentsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(getMemoRoute, async (c) => {
      const [{ id }, { language }] = [c.req.valid('param'), c.req.valid('query')]
      return c.json(await writeMemo(deps, c.var.account, id, language), 200)
    })
    .openapi(printMemoRoute, async (c) => {
      const [{ id }, { language }] = [c.req.valid('param'), c.req.valid('query')]
      await deps.limits.spend('document', [c.var.account.id])
      const memo = await writeMemo(deps, c.var.account, id, language)
      return c.body(await printPaper(memo), 200, pdfHeaders(memo, 'deal-memo'))
    })
    .openapi(getDiligenceRoute, async (c) => {
      const [{ id }, { language }] = [c.req.valid('param'), c.req.valid('query')]
      return c.json(await writeDiligence(deps, c.var.account, id, language), 200)
    })
    .openapi(printDiligenceRoute, async (c) => {
      const [{ id }, { language }] = [c.req.valid('param'), c.req.valid('query')]
      await deps.limits.spend('document', [c.var.account.id])
      const proof = await writeDiligence(deps, c.var.account, id, language)
      return c.body(await printPaper(proof, { wide: true }), 200, pdfHeaders(proof, 'diligence'))
    })
    .openapi(tabulateDiligenceRoute, async (c) => {
      const [{ id }, { language = c.var.account.locale }] = [c.req.valid('param'), c.req.valid('query')]
      const table = await tabulateDiligence(deps, c.var.account, id, language)
      const day = deps.clock.now().toISOString().slice(0, 10)
      return c.body(table, 200, {
        ...csvHeaders(`${nameOf('diligence', language, day)}.csv`),
        'cache-control': 'no-store',
      })
    })

const fileNames = {
  'deal-memo': { fr: 'memo-d-accord', en: 'deal-memo' },
  diligence: { fr: 'preuve-de-diligence', en: 'proof-of-diligence' },
} as const satisfies Record<string, Record<Locale, string>>

/** A name that says nothing of the project: files lie about on desks. */
const nameOf = (document: keyof typeof fileNames, language: Locale, day: string): string =>
  `repere-${fileNames[document][language]}-${day}`

/** Sent to be kept. */
const pdfHeaders = ({ language, madeAt }: Paper, document: keyof typeof fileNames) => ({
  'content-type': 'application/pdf',
  'content-disposition': `attachment; filename="${nameOf(document, language, madeAt.slice(0, 10))}.pdf"`,
  'cache-control': 'no-store',
})
