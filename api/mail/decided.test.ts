import { companyDecisions } from '@repere/db/vocabulary/company.ts'
import { credentialDecisions, withdrawalCodes } from '@repere/db/vocabulary/credential.ts'
import { locales } from '@repere/db/vocabulary/locale.ts'
import { describe, expect, test } from 'vitest'
import { companyDecided } from './templates/company-decided.ts'
import { credentialDecided } from './templates/credential-decided.ts'

const origin = 'https://repere.example'

describe.each(locales)('in %s', (locale) => {
  test.each(credentialDecisions)('the letter of a credential: %s', (decision) => {
    const letter = credentialDecided(origin, locale, {
      decision,
      name: 'Registre Bectu',
      reason: decision === 'document-seen' ? '' : 'liste publique <consultée>',
      withdrawalCode: decision === 'withdraw' ? 'document-false' : null,
      validUntil: decision === 'confirm' ? '2028-06-30' : null,
    })
    expect(letter.html).not.toContain('<consultée>')
    expect({ subject: letter.subject, text: letter.text }).toMatchSnapshot()
  })

  test.each(withdrawalCodes)('a withdrawal says why: %s', (withdrawalCode) => {
    const decided = { decision: 'withdraw', name: 'x', reason: '', withdrawalCode, validUntil: null } as const
    const [, why] = credentialDecided(origin, locale, decided).text.split('\n\n')
    expect(why).toMatchSnapshot()
  })

  test.each(companyDecisions)('the letter of a company: %s', (decision) => {
    const { subject, text } = companyDecided(origin, locale, {
      decision,
      legalName: 'Les Films du Phare fictif',
      reason: decision === 'verify' ? '' : 'numéro introuvable',
    })
    expect({ subject, text }).toMatchSnapshot()
  })
})
