import { accountIdOf } from './accounts.ts'
import { companies } from './companies.ts'
import { companyIdOf, coordinatorIdOf, demoEmail, toSlug } from './identity.ts'
import { people } from './people.ts'
import { registrar, registrarId } from './registrar.ts'

/** The password of every demo account. */
export const demoPassword = 'demo-repere-2027'

const coordinator = (login: string) => {
  const person = people.find((one) => one.login === login)
  if (!person) throw new Error(`nobody signs in as ${login}`)
  return {
    name: person.name,
    email: demoEmail(login),
    slug: toSlug(person.name),
    id: coordinatorIdOf(person.name),
    accountId: accountIdOf(person.name),
  }
}

const production = (login: string) => {
  const company = companies.find((one) => one.login === login)
  if (!company) throw new Error(`no company signs in as ${login}`)
  return {
    name: company.contact,
    email: demoEmail(login),
    company: company.name,
    companyId: companyIdOf(company.name),
    accountId: accountIdOf(company.contact),
  }
}

/** Who signs in, by the names that pages, tests and the README use. */
export const cast = {
  intimacy: coordinator('intimacy'),
  eco: coordinator('eco'),
  production1: production('production1'),
  production2: production('production2'),
  registrar: { name: registrar.name, email: registrar.email, accountId: registrarId },
} as const
