import type { Generated } from 'kysely'
import type { Agreement } from '../vocabulary/agreement.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A production company, one per account. */
export interface CompanyTable {
  id: Generated<string>
  accountId: string | null
  legalName: string
  country: string
  registration: string
  agreement: Agreement
  website: string | null
  contactName: string
  contactFunction: string
  contactPhone: string | null
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  registrationVersion: Generated<number>
  detailsVersion: Generated<number>
}

export const company: Dictionary<CompanyTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  accountId: column('whose; null once erased', 'nobody', 'account'),
  legalName: column('name on contracts', 'parties', 'account', 'mine'),
  country: column('ISO 3166-1', 'parties', 'account', 'mine'),
  registration: column('SIRET, or a foreign number', 'parties', 'account', 'mine'),
  agreement: column('collective agreement', 'parties', 'account', 'mine'),
  website: column('lets a registrar check', 'parties', 'account', 'mine'),
  contactName: column('who asks', 'parties', 'account', 'mine'),
  contactFunction: column('in what function', 'parties', 'account', 'mine'),
  contactPhone: column('contact', 'accepted', 'account', 'mine'),
  createdAt: column('age', 'registrar', 'account', 'mine'),
  updatedAt: column('last change', 'registrar', 'account', 'mine'),
  registrationVersion: column('counts changes of name, country and registration', 'nobody', 'account'),
  detailsVersion: column('counts changes of what a registrar reads', 'nobody', 'account'),
}
