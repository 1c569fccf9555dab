import type { Role } from '@repere/db/vocabulary/role.ts'
import { createTestApi, type TestApi } from './api.ts'
import { aCoordinator, aProduction } from './bookings.ts'
import type { TestClient } from './client.ts'
import { aRegistrar, type TestPerson } from './people.ts'

/** Everybody who may try. */
export interface World {
  visitor: { client: TestClient }
  coordinator: TestPerson & { slug: string }
  otherCoordinator: TestPerson & { slug: string }
  production: TestPerson
  otherProduction: TestPerson
  unverifiedProduction: TestPerson
  registrar: TestPerson
}

export type Caller = keyof World

export const roleOf: Record<Caller, Role | undefined> = {
  visitor: undefined,
  coordinator: 'coordinator',
  otherCoordinator: 'coordinator',
  production: 'production',
  otherProduction: 'production',
  unverifiedProduction: 'production',
  registrar: 'registrar',
}

export const callers = Object.keys(roleOf) as Caller[]

/** Filled by `raiseWorld`, once per test file. */
export let api: TestApi
export let world: World

/** One of each, signed in. */
export const raiseWorld = async (): Promise<void> => {
  api = await createTestApi()
  world = {
    visitor: { client: api.visitor() },
    coordinator: await aCoordinator(api),
    otherCoordinator: await aCoordinator(api, { displayName: 'Noé Dupré' }),
    production: await aProduction(api),
    otherProduction: await aProduction(api),
    unverifiedProduction: await aProduction(api, { verified: false }),
    registrar: await aRegistrar(api),
  }
}

/** An address of nothing. */
export const nobody = { id: '01980000-0000-7000-8000-0000000000ff', slug: 'nobody-of-that-name' }
