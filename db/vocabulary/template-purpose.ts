/** What a reason template is written for: a decision on a credential or on a company, or a question about it. */
export const templatePurposes = [
  'credential-document-seen',
  'credential-confirm',
  'credential-refuse',
  'credential-withdraw',
  'credential-question',
  'company-verify',
  'company-refuse',
  'company-suspend',
  'company-restore',
  'company-question',
] as const

export type TemplatePurpose = (typeof templatePurposes)[number]

export type TemplateSubject = 'credential' | 'company'

/** The words in braces that a template may hold, and that the facts of each case replace. */
export const templatePlaceholders = {
  credential: ['person', 'credential', 'issuer', 'number', 'issuedOn', 'expiresOn', 'today'],
  company: ['contact', 'company', 'registration', 'country', 'today'],
} as const satisfies Record<TemplateSubject, readonly string[]>

export type TemplatePlaceholder = (typeof templatePlaceholders)[TemplateSubject][number]

/** Whether a template is about credentials or about companies. */
export const subjectOf = (purpose: TemplatePurpose): TemplateSubject =>
  purpose.startsWith('company-') ? 'company' : 'credential'
