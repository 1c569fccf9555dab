import type { CompanyDecision, CompanyState } from '@repere/db/vocabulary/company.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'
import { canDecideOnCompany } from './rules.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const desk = '/api/registrar/companies'

const company = {
  legalName: 'Les Films du Phare fictif',
  country: 'FR',
  registration: '73282932000074',
  agreement: '2642',
  website: null,
  contactName: 'Ariane Lebrun',
  contactFunction: 'directrice de production',
}

const describeCompany = async () => {
  const owner = await signUp(api, 'production')
  const { body } = await owner.client.post('/api/companies', company)
  return { ...owner, companyId: body.id as string }
}

const decide = (companyId: string, decision: object) =>
  registrar.client.post(`${desk}/${companyId}/decisions`, decision)

const stateOf = async ({ client }: TestPerson) => (await client.get('/api/companies/current')).body

describe('a company on the desk', () => {
  test('waits with what lets a registrar check it', async () => {
    const { companyId } = await describeCompany()
    const { items } = (await registrar.client.get(`${desk}?perPage=50`)).body
    expect(items.find(({ id }: { id: string }) => id === companyId)).toMatchObject({
      legalName: company.legalName,
      registration: company.registration,
      emailVerified: true,
      state: 'unverified',
      history: [],
      allowedDecisions: ['verify', 'refuse', 'suspend'],
    })
  })

  test('shows how many others carry its registration', async () => {
    const abroad = { ...company, country: 'BE', registration: '0123.456.749' }
    for (let count = 0; count < 2; count += 1) {
      const { client } = await signUp(api, 'production')
      await client.post('/api/companies', abroad)
    }
    const { items } = (await registrar.client.get(`${desk}?perPage=50`)).body
    const twins = items.filter(({ country }: { country: string }) => country === 'BE')
    expect(twins).toMatchObject([{ sameRegistration: 1 }, { sameRegistration: 1 }])
  })

  test('is verified, and its owner told', async () => {
    const owner = await describeCompany()
    expect(await decide(owner.companyId, { decision: 'verify', reason: 'Sirene' })).toMatchObject({
      status: 201,
      body: {
        state: 'verified',
        allowedDecisions: ['suspend'],
        history: [{ decision: 'verify', reason: 'Sirene' }],
      },
    })
    expect(await stateOf(owner)).toMatchObject({ state: 'verified', reason: null })
    expect((await api.mailsTo(owner.email)).at(-1)).toMatchObject({
      template: 'company-decided',
      subject: `Société vérifiée\u00a0: ${company.legalName}`,
    })
    const trail = (
      await registrar.client.get(`/api/registrar/audit?kind=company.decided&subject=${owner.companyId}`)
    ).body
    expect(trail).toMatchObject({ total: 1, items: [{ facts: { decision: 'verify', from: 'unverified' } }] })
  })

  test('is unverified again under another name of its own, since others read it as checked', async () => {
    const owner = await describeCompany()
    await decide(owner.companyId, { decision: 'verify' })
    const renamed = await owner.client.put('/api/companies/current', {
      ...company,
      legalName: 'Une Grande Maison fictive',
    })
    expect(renamed.body.state).toBe('unverified')
    expect((await decide(owner.companyId, { decision: 'verify' })).body.state).toBe('verified')
  })

  test('is unverified again under another registration, and verified under another contact', async () => {
    const owner = await describeCompany()
    await decide(owner.companyId, { decision: 'verify' })
    const change = (more: object) => owner.client.put('/api/companies/current', { ...company, ...more })
    expect((await change({ contactName: 'Noé Garnier' })).body.state).toBe('verified')
    expect((await change({ registration: '35600000000048' })).body.state).toBe('unverified')
    expect((await change({ country: 'BE' })).body.state).toBe('unverified')
  })

  test('goes back to an earlier registration, and is looked at anew', async () => {
    const owner = await describeCompany()
    const change = (registration: string) =>
      owner.client.put('/api/companies/current', { ...company, registration })
    await decide(owner.companyId, { decision: 'verify' })
    await change('35600000000048')
    expect((await change(company.registration)).body.state).toBe('unverified')
    expect((await decide(owner.companyId, { decision: 'verify' })).body.state).toBe('verified')
  })

  test('refused for whatever cause, waits again once anything a registrar reads is corrected', async () => {
    const owner = await describeCompany()
    const change = (more: object) => owner.client.put('/api/companies/current', { ...company, ...more })
    await decide(owner.companyId, { decision: 'refuse', reason: 'le site ne répond pas' })
    expect((await change({ contactPhone: '01 99 00 11 22' })).body.state).toBe('refused')
    expect((await change({ website: 'https://phare.example' })).body.state).toBe('unverified')
    const { items } = (await registrar.client.get(`${desk}?perPage=50`)).body
    expect(items.find(({ id }: { id: string }) => id === owner.companyId)).toMatchObject({
      history: [{ decision: 'refuse', reason: 'le site ne répond pas' }],
    })
  })

  test('cannot leave a suspension by changing its registration', async () => {
    const owner = await describeCompany()
    await decide(owner.companyId, { decision: 'suspend', reason: 'plainte' })
    const changed = await owner.client.put('/api/companies/current', {
      ...company,
      registration: '35600000000048',
    })
    expect(changed.body).toMatchObject({ state: 'suspended', reason: 'plainte' })
    expect((await decide(owner.companyId, { decision: 'verify' })).status).toBe(409)
    expect((await decide(owner.companyId, { decision: 'restore' })).body.state).toBe('unverified')
  })

  test.each([
    ['a refusal without a reason', { decision: 'refuse' }, '/reason'],
    ['a suspension without a reason', { decision: 'suspend', reason: '  ' }, '/reason'],
    ['an unknown decision', { decision: 'confirm' }, '/decision'],
    ['another registration', { decision: 'verify', registration: '35600000000048' }, '/registration'],
  ])('is not decided on with %s', async (_, decision, pointer) => {
    const { companyId } = await describeCompany()
    const { status, body } = await decide(companyId, decision)
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('that does not exist is not found', async () => {
    const answer = await decide('01980000-0000-7000-8000-000000000001', { decision: 'verify' })
    expect(answer).toMatchObject({ status: 404, body: { code: 'company-not-found' } })
  })
})

/** What happens to one company, and a second telling of what state that leaves it in. */
type Step = { decide: CompanyDecision } | { register: '73282932000074' | '35600000000048' }

const steps = fc.array(
  fc.oneof(
    fc.record({ decide: fc.constantFrom<CompanyDecision>('verify', 'refuse', 'suspend', 'restore') }),
    fc.record({ register: fc.constantFrom('73282932000074' as const, '35600000000048' as const) }),
  ),
  { minLength: 1, maxLength: 8 },
)

class Model {
  registration = company.registration
  suspended = false
  judged: 'verified' | 'refused' | undefined

  get state(): CompanyState {
    return this.suspended ? 'suspended' : (this.judged ?? 'unverified')
  }

  decide(decision: CompanyDecision): boolean {
    if (!canDecideOnCompany(this.state, decision)) return false
    if (decision === 'suspend' || decision === 'restore') this.suspended = decision === 'suspend'
    else this.judged = decision === 'verify' ? 'verified' : 'refused'
    return true
  }

  /** Another registration is another question, even one that was answered before. */
  register(registration: string): void {
    if (registration !== this.registration) this.judged = undefined
    this.registration = registration
  }
}

test('whatever happens, a company is verified only by a registrar, for the registration it carries', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story: Step[]) => {
      const owner = await describeCompany()
      const model = new Model()
      for (const step of story) {
        if ('register' in step) {
          model.register(step.register)
          await owner.client.put('/api/companies/current', { ...company, registration: step.register })
        } else {
          const { status } = await decide(owner.companyId, { decision: step.decide, reason: 'why' })
          expect(status).toBe(model.decide(step.decide) ? 201 : 409)
        }
        const { state, registration } = await stateOf(owner)
        expect(state).toBe(model.state)
        if (state !== 'verified') continue
        const proof = await api.database.db
          .selectFrom('companyDecision')
          .select('decidedBy')
          .where('companyId', '=', owner.companyId)
          .where('decision', '=', 'verify')
          .where('registration', '=', registration)
          .execute()
        expect(proof.map(({ decidedBy }) => decidedBy)).toContain(registrar.id)
      }
    }),
    { numRuns: 25, seed: 27 },
  )
}, 60_000)
