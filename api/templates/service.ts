import type { Db, Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type TemplatePurpose, templatePurposes } from '@repere/db/vocabulary/template-purpose.ts'
import type { Deps } from '../deps.ts'
import { listTrail, record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import {
  findTemplate,
  insertTemplate,
  listTemplates,
  retireTemplate,
  type Template,
  type TemplateText,
  updateTemplate,
} from './repository.ts'
import { checkTemplate, fillPlaces, type TemplateFacts } from './rules.ts'

export { fillPlaces, sayDay, type TemplateFacts } from './rules.ts'

type Stand = Pick<Deps, 'db' | 'clock'>

/** All that is offered. */
export const readTemplates = ({ db }: Pick<Deps, 'db'>): Promise<Template[]> => listTemplates(db, undefined)

/** A template ready for one case: its places filled, in the language of whoever reads the reason. */
export interface FilledTemplate {
  id: string
  purpose: TemplatePurpose
  withdrawalCode: Template['withdrawalCode']
  nameFr: string
  nameEn: string
  text: string
}

/** The templates about credentials, or about companies, filled for one case. */
export const fillTemplates = async (
  db: Db | Trx,
  subject: 'credential' | 'company',
  facts: TemplateFacts,
  locale: Locale,
): Promise<FilledTemplate[]> => {
  const purposes = templatePurposes.filter((purpose) => purpose.startsWith(`${subject}-`))
  return (await listTemplates(db, purposes)).map((template) => ({
    id: template.id,
    purpose: template.purpose,
    withdrawalCode: template.withdrawalCode,
    nameFr: template.nameFr,
    nameEn: template.nameEn,
    text: fillPlaces(locale === 'fr' ? template.textFr : template.textEn, facts, locale),
  }))
}

/** One template, and what the trail says of it, newest first. */
export const readTemplate = async ({ db }: Pick<Deps, 'db'>, id: string) => {
  const template = (await findTemplate(db, id)) ?? refuse('template-not-found')
  const { items } = await listTrail(db, { subjectKind: 'template', subjectId: id }, { page: 1, perPage: 50 })
  return { template, history: items }
}

export const addTemplate = (
  { db, clock }: Stand,
  registrar: SignedIn,
  { purpose, ...text }: TemplateText & { purpose: TemplatePurpose },
): Promise<Template> => {
  refuseFaults(purpose, text)
  return db.transaction().execute(async (trx) => {
    const now = clock.now()
    const template = await insertTemplate(trx, purpose, text, now)
    await tell(trx, registrar, 'template.added', template, [], now)
    return template
  })
}

/** Edits a template as it was read. Refuses when another registrar edited it meanwhile. */
export const editTemplate = (
  { db, clock }: Stand,
  registrar: SignedIn,
  id: string,
  { version, ...text }: TemplateText & { version: number },
): Promise<Template> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const before = (await findTemplate(trx, id)) ?? refuse('template-not-found')
    refuseFaults(before.purpose, text)
    const after = (await updateTemplate(trx, id, version, text, now)) ?? refuse('template-changed')
    const changed = (Object.keys(text) as (keyof TemplateText)[]).filter(
      (name) => text[name] !== before[name],
    )
    await tell(trx, registrar, 'template.edited', after, changed, now)
    return after
  })

/** Offers a template no longer. Reasons already given keep their words. */
export const dropTemplate = ({ db, clock }: Stand, registrar: SignedIn, id: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const retired = (await retireTemplate(trx, id, now)) ?? refuse('template-not-found')
    await tell(trx, registrar, 'template.retired', retired, [], now)
  })

const refuseFaults = (purpose: TemplatePurpose, text: TemplateText): void => {
  const errors = checkTemplate({ purpose, ...text }).map(({ at, because, name }) => ({
    pointer: `/${at}`,
    detail: because === 'unknown-place' ? `{${name}} is not known here` : 'goes with a withdrawal only',
  }))
  if (errors.length > 0) refuse('invalid-request', { errors })
}

const tell = (
  trx: Trx,
  registrar: SignedIn,
  kind: string,
  { id, purpose, version }: Pick<Template, 'id' | 'purpose' | 'version'>,
  changed: string[],
  at: Date,
): Promise<void> =>
  record(trx, {
    actor: { id: registrar.id, role: 'registrar' },
    kind,
    subject: { kind: 'template', id },
    facts: { purpose, version, changed },
    at,
  })
