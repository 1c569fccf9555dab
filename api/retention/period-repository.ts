import type { Db, Trx } from '@repere/db'
import { type RetentionRule, retentionRules } from '@repere/db/vocabulary/retention.ts'
import type { Periods } from './rules.ts'

export const listPeriods = async (db: Db | Trx) => {
  const rows = await db
    .selectFrom('retentionPeriod')
    .select(['rule', 'days', 'leastDays', 'mostDays', 'changedAt'])
    .execute()
  return rows.toSorted((one, other) => retentionRules.indexOf(one.rule) - retentionRules.indexOf(other.rule))
}

export const readPeriods = async (db: Db | Trx): Promise<Periods> =>
  Object.fromEntries((await listPeriods(db)).map(({ rule, days }) => [rule, days])) as Record<
    RetentionRule,
    number
  >

export const lockPeriod = (trx: Trx, rule: RetentionRule) =>
  trx
    .selectFrom('retentionPeriod')
    .select(['days', 'leastDays', 'mostDays'])
    .where('rule', '=', rule)
    .forUpdate()
    .executeTakeFirstOrThrow()

export const setPeriod = async (
  trx: Trx,
  rule: RetentionRule,
  days: number,
  by: { id: string; now: Date },
): Promise<void> => {
  await trx
    .updateTable('retentionPeriod')
    .set({ days, changedAt: by.now, changedBy: by.id })
    .where('rule', '=', rule)
    .execute()
}
