import type { Db } from '@repere/db'
import type { ImportProblem, ImportRowState } from '@repere/db/vocabulary/import.ts'
import type { InvitationState } from '@repere/db/vocabulary/invitation.ts'
import { sql } from 'kysely'

export interface RowFilter {
  state?: ImportRowState | undefined
  problem?: ImportProblem | undefined
  answer?: InvitationState | undefined
  undelivered?: boolean | undefined
}

const stateOn = (now: Date) =>
  sql<InvitationState | null>`case when invitation.id is null then null
    else coalesce(invitation.closed_because, case when invitation.expires_at <= ${now} then 'lapsed' else 'open' end) end`

const lastMail = sql<'queued' | 'sent' | 'kept' | 'failed' | null>`(
  select mail.state from mail where mail.invitation_id = invitation.id order by mail.id desc limit 1)`

/** One page of lines with what became of them, in the order of the file. */
export const listRows = async (
  db: Db,
  importId: string,
  filter: RowFilter,
  { page, perPage, now }: { page: number; perPage: number; now: Date },
) => {
  const matching = db
    .selectFrom('importRow')
    .leftJoin('invitation', (join) =>
      join
        .onRef('invitation.importId', '=', 'importRow.importId')
        .onRef('invitation.rowNumber', '=', 'importRow.number'),
    )
    .leftJoin('account', 'account.id', 'invitation.accountId')
    .where('importRow.importId', '=', importId)
    .$if(filter.state !== undefined, (rows) =>
      rows.where('importRow.state', '=', filter.state as ImportRowState),
    )
    .$if(filter.problem !== undefined, (rows) =>
      rows.where(sql<boolean>`import_row.problems @> ${JSON.stringify([{ code: filter.problem }])}::jsonb`),
    )
    .$if(filter.answer !== undefined, (rows) =>
      rows.where(stateOn(now), '=', filter.answer as InvitationState),
    )
    .$if(filter.undelivered === true, (rows) => rows.where(lastMail, '=', 'failed'))
  const { total } = await matching
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const items = await matching
    .select([
      'importRow.number',
      'importRow.state',
      'importRow.problems',
      'importRow.contentSealed',
      'invitation.id as invitationId',
      'invitation.contentSealed as invitedSealed',
      'invitation.mailedAt',
      'invitation.expiresAt',
      'invitation.closedAt',
      'account.displayName as claimedName',
      'account.email as claimedEmail',
      stateOn(now).as('answer'),
      lastMail.as('mail'),
    ])
    .orderBy('importRow.number')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { items, total }
}

export type ReportedRow = Awaited<ReturnType<typeof listRows>>['items'][number]

/** How many lines meet each problem. */
export const countProblems = async (db: Db, importId: string): Promise<Record<string, number>> => {
  const { rows } = await sql<{ code: string; count: number }>`
    select problem ->> 'code' as code, count(distinct number)::int as count
    from import_row, jsonb_array_elements(problems) as problem
    where import_id = ${importId} group by 1 order by 2 desc, 1`.execute(db)
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]))
}

/** How many invitations of an import stand where, and where their mails are. */
export const countAnswers = async (db: Db, importId: string, now: Date) => {
  const rows = await db
    .selectFrom('invitation')
    .select([
      stateOn(now).$castTo<InvitationState>().as('state'),
      lastMail.as('mail'),
      ({ fn }) => fn.countAll<number>().as('count'),
    ])
    .where('importId', '=', importId)
    .groupBy([sql`1`, sql`2`])
    .execute()
  const answers: Partial<Record<InvitationState, number>> = {}
  const mails = { queued: 0, sent: 0, failed: 0 }
  for (const { state, mail, count } of rows) {
    answers[state] = (answers[state] ?? 0) + count
    if (mail) mails[mail === 'kept' ? 'sent' : mail] += count
  }
  return { answers, mails }
}
