import type { Trx } from '../../connect.ts'
import type { Sealer } from '../../sealing.ts'
import { addDays } from '../../vocabulary/day.ts'
import type { DemoTime } from './demo-time.ts'
import { credits, type DemoCredit, pairs } from './depth.ts'
import { coordinatorIdOf, demoId } from './identity.ts'

/** Credits and mentoring pairs of a few people. */
export const writeDepth = async (
  trx: Trx,
  { time, sealer }: { time: DemoTime; sealer: Sealer },
): Promise<void> => {
  const rows = Object.entries(credits).flatMap(([name, list]) =>
    list.map((credit, position) => toRow(name, credit, position, time, sealer)),
  )
  await trx.insertInto('credit').values(rows).execute()
  await trx
    .insertInto('mentoringPair')
    .values(
      pairs.map(({ trainee, lead, discipline, askedDaysAgo, acceptedDaysAgo }) => ({
        id: demoId(`pair ${trainee} ${lead}`),
        traineeId: coordinatorIdOf(trainee),
        leadId: coordinatorIdOf(lead),
        discipline,
        askedBy: 'trainee' as const,
        askedAt: time.ago({ days: askedDaysAgo }),
        acceptedAt: acceptedDaysAgo === undefined ? null : time.ago({ days: acceptedDaysAgo }),
        endedAt: null,
      })),
    )
    .execute()
}

const toRow = (name: string, credit: DemoCredit, position: number, time: DemoTime, sealer: Sealer) => {
  const { title, production = null, silentDays } = credit
  const words = { title, production, link: null }
  const at = time.ago({ days: 30 })
  return {
    id: demoId(`credit ${name} ${title}`),
    coordinatorId: coordinatorIdOf(name),
    position,
    kind: credit.kind,
    year: Number(time.today.slice(0, 4)) - credit.yearsAgo,
    role: credit.role,
    createdAt: at,
    updatedAt: at,
    ...(silentDays === undefined
      ? { ...words, confidentialUntil: null, sealed: null }
      : {
          title: null,
          production: null,
          link: null,
          confidentialUntil: addDays(time.today, silentDays),
          sealed: sealer.forPurpose('credit').seal(JSON.stringify(words)),
        }),
  }
}
