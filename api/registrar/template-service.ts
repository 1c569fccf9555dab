import type { Db, Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { badgeDay } from '../credentials/service.ts'
import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import { type FilledTemplate, fillTemplates, sayDay, type TemplateFacts } from '../templates/service.ts'
import { findCompany, findCompanyOwner, type QueuedCompany } from './company-repository.ts'
import {
  findCredentialName,
  findCredentialOwner,
  findQueued,
  type QueuedCredential,
} from './credential-repository.ts'

type Stand = Pick<Deps, 'db' | 'clock'>

/** The reader of a reason, and what fills its places for them. */
export interface ReasonReader {
  locale: Locale
  facts: TemplateFacts
}

/** The templates for one declaration, filled in the language of its owner. */
export const readCredentialTemplates = async (
  { db, clock }: Stand,
  id: string,
): Promise<{ locale: Locale; items: FilledTemplate[] }> => {
  const credential = (await findQueued(db, id, badgeDay(clock.now()))) ?? refuse('credential-not-found')
  const { locale, facts } = await readerOfCredential(db, credential, clock.now())
  return { locale, items: await fillTemplates(db, 'credential', facts, locale) }
}

/** The templates for one company, filled in the language of its owner. */
export const readCompanyTemplates = async (
  { db, clock }: Stand,
  id: string,
): Promise<{ locale: Locale; items: FilledTemplate[] }> => {
  const company = (await findCompany(db, id)) ?? refuse('company-not-found')
  const { locale, facts } = await readerOfCompany(db, company, clock.now())
  return { locale, items: await fillTemplates(db, 'company', facts, locale) }
}

/** Who reads what is decided on a declaration. */
export const readerOfCredential = async (
  db: Db | Trx,
  credential: QueuedCredential,
  now: Date,
): Promise<ReasonReader> => {
  const owner = await findCredentialOwner(db, credential.coordinatorId)
  const type = await findCredentialName(db, credential.code)
  const locale = owner?.locale ?? 'fr'
  const facts = {
    person: credential.displayName,
    credential: (locale === 'fr' ? type?.nameFr : type?.nameEn) ?? credential.code,
    issuer: type?.issuer ?? null,
    number: credential.number,
    issuedOn: sayDay(credential.issuedOn, locale),
    expiresOn: sayDay(credential.expiresOn, locale),
    today: sayDay(badgeDay(now), locale),
  }
  return { locale, facts }
}

/** Who reads what is decided on a company. */
export const readerOfCompany = async (
  db: Db | Trx,
  company: QueuedCompany,
  now: Date,
): Promise<ReasonReader> => {
  const locale = (await findCompanyOwner(db, company.id))?.locale ?? 'fr'
  const facts = {
    contact: company.contactName,
    company: company.legalName,
    registration: company.registration,
    country: company.country,
    today: sayDay(badgeDay(now), locale),
  }
  return { locale, facts }
}
