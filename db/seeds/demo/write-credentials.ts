import type { Trx } from '../../connect.ts'
import { addDays } from '../../vocabulary/day.ts'
import type { DemoTime } from './demo-time.ts'
import { coordinatorIdOf, demoId } from './identity.ts'
import { people } from './people.ts'

export const credentialIdOf = (name: string, code: string): string => demoId(`credential ${code} of ${name}`)

/** What the cast says to hold, and what the registrar decided on it. */
export const writeCredentials = async (
  trx: Trx,
  { time, registrarId }: { time: DemoTime; registrarId: string },
): Promise<void> => {
  const held = people.flatMap(({ name, credentials }) =>
    credentials.map((credential) => ({ name, id: credentialIdOf(name, credential.code), ...credential })),
  )
  await trx
    .insertInto('credential')
    .values(
      held.map(({ id, name, code, declaredDaysAgo, issuedDaysAgo, endsInDays }) => ({
        id,
        coordinatorId: coordinatorIdOf(name),
        code,
        issuedOn: issuedDaysAgo === undefined ? null : time.daysAgo(issuedDaysAgo),
        expiresOn: endsInDays === undefined ? null : addDays(time.today, endsInDays),
        declaredAt: time.ago({ days: declaredDaysAgo, hours: 3 }),
      })),
    )
    .execute()
  await trx
    .insertInto('credentialDecision')
    .values(
      held.flatMap(({ id, decisions }) =>
        decisions.map(({ decision, daysAgo, reason }, step) => ({
          id: demoId(`decision ${step} on ${id}`),
          credentialId: id,
          decision,
          reason,
          decidedBy: registrarId,
          decidedAt: time.ago({ days: daysAgo, hours: 1 }),
        })),
      ),
    )
    .execute()
}
