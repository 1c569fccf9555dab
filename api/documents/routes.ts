import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { getMemoRoute, printMemoRoute } from './contract.ts'
import type { Paper } from './paper.ts'
import { printPaper } from './print.ts'
import { writeMemo } from './service.ts'

export const documentsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(getMemoRoute, async (c) => {
      await deps.limits.spend('document', [c.var.account.id])
      return c.json(
        await writeMemo(deps, c.var.account, c.req.valid('param').id, c.req.valid('query').language),
        200,
      )
    })
    .openapi(printMemoRoute, async (c) => {
      await deps.limits.spend('document', [c.var.account.id])
      const memo = await writeMemo(
        deps,
        c.var.account,
        c.req.valid('param').id,
        c.req.valid('query').language,
      )
      return c.body(
        await printPaper(memo, {}),
        200,
        pdfHeaders(memo, { fr: 'memo-d-accord', en: 'deal-memo' }),
      )
    })

/** Sent to be kept, under a name that says nothing of the project. */
const pdfHeaders = ({ language, madeAt }: Paper, names: Record<Locale, string>) => ({
  'content-type': 'application/pdf',
  'content-disposition': `attachment; filename="repere-${names[language]}-${madeAt.slice(0, 10)}.pdf"`,
  'cache-control': 'no-store',
})
