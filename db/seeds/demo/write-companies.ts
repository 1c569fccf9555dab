import type { Trx } from '../../connect.ts'
import { accountIdOf, toAccount } from './accounts.ts'
import { companies } from './companies.ts'
import type { DemoTime } from './demo-time.ts'
import { companyIdOf, demoEmail, demoId } from './identity.ts'

const checkDigit = (digits: string): number => {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** A SIRET that passes Luhn's formula twice, as SIREN and as SIRET, in a run of nines nobody was given. */
export const inventedSiret = (place: number): string => {
  const siren = `99999${String(place).padStart(3, '0')}`
  const establishment = `${siren}${checkDigit(siren)}0001`
  return `${establishment}${checkDigit(establishment)}`
}

const registrationOf = (country: string, place: number): string =>
  country === 'FR' ? inventedSiret(place) : `${country}-FICTION-${String(place).padStart(4, '0')}`

/** Accounts of the productions, their companies, and what the registrar decided on these. */
export const writeCompanies = async (
  trx: Trx,
  { time, passwordHash, registrarId }: { time: DemoTime; passwordHash: string; registrarId: string },
): Promise<void> => {
  await trx
    .insertInto('account')
    .values(
      companies.map(({ contact, login, country }) => ({
        ...toAccount({ name: contact, email: demoEmail(login), role: 'production' }, passwordHash, time),
        locale: country === 'GB' ? ('en' as const) : ('fr' as const),
      })),
    )
    .execute()
  await trx
    .insertInto('company')
    .values(
      companies.map((company, place) => ({
        id: companyIdOf(company.name),
        accountId: accountIdOf(company.contact),
        legalName: company.name,
        country: company.country,
        registration: registrationOf(company.country, place + 1),
        agreement: company.agreement,
        website: company.website,
        contactName: company.contact,
        contactFunction: company.contactFunction,
        // ARCEP keeps 01 99 00 for fiction.
        contactPhone: `+33 1 99 00 10 ${String(place + 10)}`,
        createdAt: time.ago({ days: company.createdDaysAgo }),
        updatedAt: time.ago({ days: company.createdDaysAgo }),
      })),
    )
    .execute()
  await trx
    .insertInto('companyDecision')
    .values(
      companies.flatMap(({ name, country, decisions }, place) =>
        decisions.map(({ decision, daysAgo, reason, onAnother }, step) => ({
          id: demoId(`decision ${step} on company ${name}`),
          companyId: companyIdOf(name),
          decision,
          country,
          registration: registrationOf(country, onAnother ? place + 501 : place + 1),
          reason,
          decidedBy: registrarId,
          decidedAt: time.ago({ days: daysAgo }),
        })),
      ),
    )
    .execute()
}
