import { agreements, type OwnCompany } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from './answer.ts'
import { type FieldSentences, optionalText, textOf } from './form.ts'

/** The account's company, or null while none is described. */
export async function findCompany(event: RequestEvent): Promise<OwnCompany | null> {
  const response = await apiFor(event).companies.current.$get()
  return response.status === 404 ? null : bodyOf(response)
}

export const companyIn = (form: FormData) => ({
  legalName: textOf(form, 'legalName'),
  country: textOf(form, 'country'),
  registration: textOf(form, 'registration'),
  agreement: agreements.find((word) => word === textOf(form, 'agreement')) ?? 'other',
  website: optionalText(form, 'website') ?? null,
  contactName: textOf(form, 'contactName'),
  contactFunction: textOf(form, 'contactFunction'),
  contactPhone: optionalText(form, 'contactPhone') ?? null,
})

export const companySentences = (form: FormData): FieldSentences => ({
  legalName: m.company_name_wrong(),
  country: m.company_country_wrong(),
  registration: registrationSentence(textOf(form, 'registration'), textOf(form, 'country')),
  agreement: m.company_agreement_wrong(),
  website: m.company_website_wrong(),
  contactName: m.company_contact_name_wrong(),
  contactFunction: m.company_contact_function_wrong(),
  contactPhone: m.company_contact_phone_wrong(),
})

const siretCountries = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'BL', 'MF', 'PM']

/** What is wrong with a refused registration: its length, its check digit, or its form abroad. */
function registrationSentence(text: string, country: string): string {
  if (!siretCountries.includes(country)) return m.company_registration_foreign_wrong()
  const digits = text.replace(/\D/g, '')
  return digits.length === 14 ? m.company_siret_checksum() : m.company_siret_length({ count: digits.length })
}
