import type { Trx } from '../../connect.ts'
import type { Sealer } from '../../sealing.ts'
import { withdrawalCodes } from '../../vocabulary/credential.ts'
import type { Line } from './trail.ts'

/** What the trail says of profiles, credentials, companies and projects: read from the rows just written. */
export const trailOfRegistry = async (trx: Trx, sealer: Sealer): Promise<Line[]> => [
  ...(await trailOfProfiles(trx)),
  ...(await trailOfCredentials(trx, sealer)),
  ...(await trailOfCompanies(trx, sealer)),
  ...(await trailOfProjects(trx)),
]

type Actor = Pick<Line, 'actorRole'> & { actorId: string | null }

const line = (actor: Actor, kind: string, subjectId: string, at: Date, facts: object = {}): Line => ({
  ...actor,
  at,
  kind,
  subjectKind: kind.startsWith('profile.') ? 'coordinator' : (kind.split('.')[0] ?? ''),
  subjectId,
  facts: JSON.stringify(facts),
})

/** The trail keeps no words: a keyed hash says later whether a reason was the one given. */
const hashOf = (sealer: Sealer, reason: string): string | null =>
  reason ? sealer.digest('decision-reason', reason) : null

const trailOfProfiles = async (trx: Trx): Promise<Line[]> => {
  const rows = await trx
    .selectFrom('coordinator')
    .innerJoin('consent', 'consent.accountId', 'coordinator.accountId')
    .select(['coordinator.id', 'coordinator.accountId', 'consent.givenAt', 'consent.wording', 'pausedAt'])
    .execute()
  return rows.flatMap(({ id, accountId, givenAt, wording, pausedAt }) => {
    const owner: Actor = { actorRole: 'coordinator', actorId: accountId }
    const published = line(owner, 'profile.published', id, givenAt, { wording })
    return pausedAt ? [published, line(owner, 'profile.paused', id, pausedAt)] : [published]
  })
}

const standings = {
  'document-seen': 'document-seen',
  confirm: 'confirmed',
  refuse: 'refused',
  withdraw: 'withdrawn',
} as const

const trailOfCredentials = async (trx: Trx, sealer: Sealer): Promise<Line[]> => {
  const declared = await trx
    .selectFrom('credential')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .select(['credential.id', 'credential.code', 'credential.declaredAt', 'coordinator.accountId'])
    .execute()
  const decisions = await trx.selectFrom('credentialDecision').selectAll().orderBy('decidedAt').execute()
  return declared.flatMap(({ id, code, declaredAt, accountId }) => {
    let from: string = 'declared'
    const decided = decisions
      .filter(({ credentialId }) => credentialId === id)
      .map(({ decision, reason, validUntil, decidedBy, decidedAt }) => {
        const withdrawalCode = withdrawalCodes.find((word) => reason.startsWith(word)) ?? null
        const facts = { code, decision, from, validUntil, withdrawalCode, reasonHash: hashOf(sealer, reason) }
        from = standings[decision]
        return line(
          { actorRole: 'registrar', actorId: decidedBy },
          'credential.decided',
          id,
          decidedAt,
          facts,
        )
      })
    const owner: Actor = { actorRole: 'coordinator', actorId: accountId }
    return [line(owner, 'credential.declared', id, declaredAt, { code }), ...decided]
  })
}

const states = { verify: 'verified', refuse: 'refused', suspend: 'suspended', restore: 'verified' } as const

const trailOfCompanies = async (trx: Trx, sealer: Sealer): Promise<Line[]> => {
  const companies = await trx
    .selectFrom('company')
    .select(['id', 'accountId', 'country', 'registration', 'createdAt'])
    .execute()
  const decisions = await trx.selectFrom('companyDecision').selectAll().orderBy('decidedAt').execute()
  return companies.flatMap(({ id, accountId, country, registration, createdAt }) => {
    const owner: Actor = { actorRole: 'production', actorId: accountId }
    const own = decisions.filter(({ companyId }) => companyId === id)
    let from: string = 'unverified'
    const decided = own.map(({ decision, reason, decidedBy, decidedAt }) => {
      const facts = { decision, from, reasonHash: hashOf(sealer, reason) }
      from = states[decision]
      return line({ actorRole: 'registrar', actorId: decidedBy }, 'company.decided', id, decidedAt, facts)
    })
    // Judged under another number than it has now: it changed that since.
    const judged = own.findLast((one) => one.registration !== registration)
    const changed = judged
      ? [
          line(owner, 'company.changed', id, new Date(judged.decidedAt.getTime() + 30 * 86_400_000), {
            changed: ['registration'],
            from,
            to: 'unverified',
          }),
        ]
      : []
    return [line(owner, 'company.created', id, createdAt, { country }), ...decided, ...changed]
  })
}

const trailOfProjects = async (trx: Trx): Promise<Line[]> => {
  const rows = await trx
    .selectFrom('project')
    .innerJoin('company', 'company.id', 'project.companyId')
    .select(['project.id', 'project.createdAt', 'company.accountId'])
    .execute()
  return rows.map(({ id, createdAt, accountId }) =>
    line({ actorRole: 'production', actorId: accountId }, 'project.created', id, createdAt),
  )
}
