import { addDays } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { TestApi } from './api.ts'
import {
  type Answer,
  badge,
  type CompanyVerb,
  type CredentialVerb,
  companyState,
  decide,
  declare,
  describe,
  isFound,
  judge,
  type Minimum,
  type Model,
  minimums,
  share,
  shownBadge,
  takeBack,
  unshare,
} from './badge-model.ts'
import type { TestCoordinator } from './bookings.ts'
import type { TestAnswer } from './client.ts'
import type { TestPerson } from './people.ts'

const code = 'IC-BECTU-REG'

/** The house as it is, and whoever a story is about. */
export interface Real {
  api: TestApi
  registrar: TestPerson
  coordinator: TestCoordinator
  production: TestPerson
  /** The live declaration, or the last one there was. */
  credentialId: string
  companyId: string
  /** Every code ever given, and whether it still stands. */
  codes: Map<string, boolean>
  /** Whose address the requests come from: readers are counted by it. */
  address: string
}

const dayOf = (count: number | null) => (count === null ? null : addDays('2027-02-01', count))
const desk = (what: 'credentials' | 'companies', id: string) => `/api/registrar/${what}/${id}/decisions`

const said = ({ status, body }: TestAnswer) => ({ status, code: body?.code as string | undefined })
const expectAnswer = (answer: TestAnswer, expected: Answer, told = said(answer)) =>
  expect(told.status < 300 ? { status: told.status } : told).toEqual(expected)

/** Profile, card, every search for a degree of proof, and every code: all say what the model says. */
const compareBadges = async (model: Model, real: Real): Promise<void> => {
  const read = (path: string) => real.api.visitor().get(path, { 'x-forwarded-for': real.address })
  const [profile, all, ...found] = await Promise.all([
    read(`/api/coordinators/${real.coordinator.slug}`),
    read('/api/coordinators'),
    ...minimums.map((least) => read(`/api/coordinators?credential=${code}&credentialState=${least}`)),
  ])
  const shown = shownBadge(model)
  const live = shown === 'expired' ? undefined : shown
  expect(profile.status).toBe(model.published ? 200 : 404)
  if (model.published) expect(stateIn(profile.body), 'on the profile').toBe(shown)
  expect(all.body.total).toBe(model.published ? 1 : 0)
  if (model.published) expect(stateIn(all.body.items[0]), 'on the card').toBe(live)
  expect(
    found.map(({ body }) => body.total),
    'in searches',
  ).toEqual(minimums.map((least: Minimum) => (isFound(model, least) ? 1 : 0)))
  for (const [given, stands] of real.codes) {
    const answer = await read(`/api/verify/${given}`)
    if (stands && model.credential && model.published) expect(answer.body.state).toBe(badge(model))
    else expect(said(answer)).toEqual({ status: 404, code: 'verification-not-found' })
  }
}

const stateIn = ({ credentials }: { credentials: { code: string; state: string }[] }) =>
  credentials.find((one) => one.code === code)?.state

/** The owner reads the state; what verified productions alone may read is read by nobody else; and somebody decided so. */
const compareCompany = async (model: Model, real: Real): Promise<void> => {
  const state = companyState(model)
  const { client } = real.production
  const own = await client.get('/api/companies/current')
  expect(own.body.state).toBe(state)
  if (model.published) {
    const { body } = await client.get(`/api/coordinators/${real.coordinator.slug}`)
    expect(body.pronouns).toBe(state === 'verified' ? 'elle' : undefined)
  }
  if (state !== 'verified') return
  const proof = await real.api.database.ownerDb
    .selectFrom('companyDecision')
    .innerJoin('company', 'company.id', 'companyDecision.companyId')
    .select('companyDecision.decidedBy')
    .where('companyId', '=', real.companyId)
    .where('decision', '=', 'verify')
    .whereRef('companyDecision.registration', '=', 'company.registration')
    .whereRef('companyDecision.registrationVersion', '=', 'company.registrationVersion')
    .execute()
  expect(proof).toContainEqual({ decidedBy: real.registrar.id })
}

type Command = fc.AsyncCommand<Model, Real>

/** A command in one go: what is asked, what the model expects of it, and which halves of the house to compare then. */
const command = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Readonly<Model>) => boolean = () => true,
): Command => ({ check, run, toString: () => name })

const declares = ({ facts, expires }: { facts: string; expires: number | null }) =>
  command(`declares ${facts}${expires === null ? '' : ` until day ${expires}`}`, async (model, real) => {
    const answer = await real.coordinator.client.post('/api/me/credentials', {
      code,
      number: facts,
      expiresOn: dayOf(expires),
    })
    expectAnswer(answer, declare(model, `${facts} ${expires}`, expires))
    if (answer.status === 201) real.credentialId = answer.body.id
    await compareBadges(model, real)
  })

const takesBack = command(
  'takes the declaration back',
  async (model, real) => {
    const answer = await real.coordinator.client.delete(`/api/me/credentials/${real.credentialId}`)
    const expected = takeBack(model)
    expectAnswer(answer, expected)
    if (expected.status === 204) for (const given of real.codes.keys()) real.codes.set(given, false)
    await compareBadges(model, real)
  },
  ({ credential }) => credential !== undefined,
)

const decides = (verb: CredentialVerb, valid: number | null) =>
  command(
    `the registrar decides ${verb}${valid === null ? '' : ` for ${valid} days`}`,
    async (model, real) => {
      const validUntil = valid === null ? null : model.today + valid
      const answer = await real.registrar.client.post(desk('credentials', real.credentialId), {
        decision: verb,
        reason: 'liste de l’émetteur lue',
        ...(verb === 'withdraw' ? { code: 'issuer-withdrew' } : {}),
        ...(verb === 'confirm' || verb === 'document-seen' ? { validUntil: dayOf(validUntil) } : {}),
      })
      expectAnswer(answer, decide(model, verb, validUntil))
      await compareBadges(model, real)
    },
    ({ credential }) => credential !== undefined,
  )

const shares = command(
  'gives a code',
  async (model, real) => {
    const answer = await real.coordinator.client.post(`/api/me/credentials/${real.credentialId}/verification`)
    expectAnswer(answer, share(model))
    if (answer.status === 201) real.codes.set(answer.body.code, true)
    await compareBadges(model, real)
  },
  ({ credential }) => credential !== undefined,
)

const unshares = command(
  'takes the code back',
  async (model, real) => {
    const path = `/api/me/credentials/${real.credentialId}/verification`
    expectAnswer(await real.coordinator.client.delete(path), unshare(model))
    for (const given of real.codes.keys()) real.codes.set(given, false)
    await compareBadges(model, real)
  },
  ({ credential }) => credential !== undefined,
)

const publishes = (published: boolean) =>
  command(published ? 'publishes' : 'unpublishes', async (model, real) => {
    const { client } = real.coordinator
    await (published
      ? client.put('/api/me/profile/publication', { consent: true })
      : client.delete('/api/me/profile/publication'))
    model.published = published
    await compareBadges(model, real)
  })

const waits = (days: number) =>
  command(`${days} days pass`, async (model, real) => {
    model.today += days
    real.api.clock.advance({ days })
    await stayIn(real)
    await compareBadges(model, real)
    if (model.company) await compareCompany(model, real)
  })

/** Sessions end long before stories do. */
export const stayIn = ({ api, registrar, coordinator, production }: Real) =>
  api.database.ownerDb
    .updateTable('session')
    .set({ lastSeenAt: api.clock.now(), expiresAt: new Date('2099-01-01T00:00:00Z') })
    .where('accountId', 'in', [coordinator.id, production.id, registrar.id])
    .execute()

const describes = (registration: string, website: string) =>
  command(`the company is described as ${registration}, ${website}`, async (model, real) => {
    const { client } = real.production
    const body = {
      legalName: 'Les Films du Phare fictif',
      country: 'BE',
      registration,
      agreement: 'foreign',
      website: `https://${website}.example`,
      contactName: 'Inès Phare',
      contactFunction: 'productrice',
    }
    const answer = model.company
      ? await client.put('/api/companies/current', body)
      : await client.post('/api/companies', body)
    expectAnswer(answer, describe(model, registration, website))
    real.companyId = answer.body.id
    await compareCompany(model, real)
  })

const judges = (verb: CompanyVerb) =>
  command(
    `the registrar decides ${verb} on the company`,
    async (model, real) => {
      const answer = await real.registrar.client.post(desk('companies', real.companyId), {
        decision: verb,
        reason: 'motif',
      })
      expectAnswer(answer, judge(model, verb))
      await compareCompany(model, real)
    },
    ({ company }) => company !== undefined,
  )

const validity = fc.constantFrom(null, 0, 3, 20)
/** A story: whatever people and registrars may do, in any order. */
export const commands = fc.commands(
  [
    ...[1, 2].map(() =>
      fc
        .record({ facts: fc.constantFrom('N-1', 'N-2'), expires: fc.constantFrom(null, 2, 15) })
        .map(declares),
    ),
    fc.constant(takesBack),
    ...[1, 2].map(() => validity.map((valid) => decides('confirm', valid))),
    validity.map((valid) => decides('document-seen', valid)),
    fc.constantFrom(decides('refuse', null), decides('withdraw', null)),
    ...[1, 2].map(() => fc.constant(shares)),
    fc.constant(unshares),
    fc.boolean().map(publishes),
    fc.constant(publishes(true)),
    fc.constantFrom(1, 4, 12).map(waits),
    ...[1, 2].map(() =>
      fc
        .tuple(fc.constantFrom('X-1', 'X-2'), fc.constantFrom('phare', 'ecume'))
        .map(([registration, website]) => describes(registration, website)),
    ),
    fc.constantFrom<CompanyVerb>('verify', 'refuse', 'suspend', 'restore').map(judges),
    fc.constantFrom<CompanyVerb>('verify', 'restore').map(judges),
  ],
  { maxCommands: 50, size: 'max' },
)
