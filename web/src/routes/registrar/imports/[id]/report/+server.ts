import { type ImportLine, importProblems, importRowStates, invitationStates } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import { formatInstant } from '#lib/dates/instants.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { toCsv } from '#lib/server/csv.ts'
import { requireRole } from '#lib/server/require.ts'
import { importRowStateNames, invitationStateNames, sayProblem } from '#lib/words/imports.ts'
import type { RequestHandler } from './$types.ts'

const atOnce = 500

/** The lines of an import as a file, those of one kind or all: what to correct, and who answered. */
export const GET: RequestHandler = async (event) => {
  requireRole(event, 'registrar')
  const { locale } = event.locals
  const { searchParams } = event.url
  const imports = apiFor(event).registrar.imports[':id']
  const param = { id: event.params.id }
  const state = importRowStates.find((word) => word === searchParams.get('state'))
  const problem = importProblems.find((word) => word === searchParams.get('problem'))
  const answer = invitationStates.find((word) => word === searchParams.get('answer'))
  const filter = { ...(state && { state }), ...(problem && { problem }), ...(answer && { answer }) }
  const { columns } = await bodyOf(await imports.$get({ param }))
  const headings = columns.map(({ heading }) => heading)
  const items: ImportLine[] = []
  for (let page = 1; ; page += 1) {
    const query = { ...filter, page: String(page), perPage: String(atOnce) }
    const lines = await bodyOf(await imports.rows.$get({ param, query }))
    items.push(...lines.items)
    if (page * atOnce >= lines.total) break
  }
  const mails = { queued: m.imports_in_queue(), failed: m.imports_undelivered(), sent: '' }
  const toLine = ({ number, name, email, state: stands, problems, invitation }: ImportLine) => [
    String(number),
    name,
    email,
    importRowStateNames[locale][stands],
    problems.map((one) => sayProblem(one, headings, locale)).join(', '),
    invitation ? invitationStateNames[locale][invitation.state] : '',
    invitation?.mail ? mails[invitation.mail] || formatInstant(invitation.mailedAt, locale) : '',
    invitation?.closedAt ? formatInstant(invitation.closedAt, locale) : '',
  ]
  const head = [
    m.imports_line(),
    m.imports_report_name(),
    m.imports_report_email(),
    m.imports_report_state(),
    m.imports_report_problem(),
    m.imports_report_answer(),
    m.imports_report_mail(),
    m.imports_report_when(),
  ]
  return new Response(toCsv([head, ...items.map(toLine)], locale), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="import-${event.params.id.slice(0, 8)}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
