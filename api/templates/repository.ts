import type { Database, Db, Trx } from '@repere/db'
import type { WithdrawalCode } from '@repere/db/vocabulary/credential.ts'
import type { TemplatePurpose } from '@repere/db/vocabulary/template-purpose.ts'
import { type Selectable, sql } from 'kysely'

export type Template = Omit<Selectable<Database['reasonTemplate']>, 'position' | 'retiredAt'>

export interface TemplateText {
  withdrawalCode: WithdrawalCode | null
  nameFr: string
  nameEn: string
  textFr: string
  textEn: string
}

const columns = [
  'id',
  'purpose',
  'withdrawalCode',
  'nameFr',
  'nameEn',
  'textFr',
  'textEn',
  'version',
  'updatedAt',
] as const

/** The templates that are offered, in their order; of some purposes, or of all. */
export const listTemplates = (
  db: Db | Trx,
  purposes: readonly TemplatePurpose[] | undefined,
): Promise<Template[]> =>
  db
    .selectFrom('reasonTemplate')
    .select(columns)
    .where('retiredAt', 'is', null)
    .$if(purposes !== undefined, (query) => query.where('purpose', 'in', purposes ?? []))
    .orderBy('position')
    .orderBy('id')
    .execute()

/** A template that is offered. */
export const findTemplate = (db: Db | Trx, id: string): Promise<Template | undefined> =>
  db
    .selectFrom('reasonTemplate')
    .select(columns)
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()

/** Adds a template behind all others. */
export const insertTemplate = (
  trx: Trx,
  purpose: TemplatePurpose,
  text: TemplateText,
  now: Date,
): Promise<Template> =>
  trx
    .insertInto('reasonTemplate')
    .values({
      purpose,
      ...toColumns(text),
      position: sql<number>`(select coalesce(max(position), 0) + 1 from reason_template)`,
      updatedAt: now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Replaces the text of a template at the version it was read at; undefined when another registrar was faster. */
export const updateTemplate = (
  trx: Trx,
  id: string,
  version: number,
  text: TemplateText,
  now: Date,
): Promise<Template | undefined> =>
  trx
    .updateTable('reasonTemplate')
    .set({ ...toColumns(text), version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('retiredAt', 'is', null)
    .returning(columns)
    .executeTakeFirst()

/** Takes a template out of what is offered; undefined when it is not. */
export const retireTemplate = (trx: Trx, id: string, now: Date) =>
  trx
    .updateTable('reasonTemplate')
    .set({ retiredAt: now })
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .returning(['id', 'purpose', 'version'])
    .executeTakeFirst()

const toColumns = (text: TemplateText): TemplateText => ({
  withdrawalCode: text.withdrawalCode,
  nameFr: text.nameFr,
  nameEn: text.nameEn,
  textFr: text.textFr,
  textEn: text.textEn,
})
