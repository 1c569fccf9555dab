import { toMultirange } from '../../column-types.ts'
import type { Trx } from '../../connect.ts'
import type { Sealer } from '../../sealing.ts'
import type { BookingPhase } from '../../tables/booking.ts'
import { addDays, type Day, rangesOf } from '../../vocabulary/day.ts'
import { isExclusiveByDefault } from '../../vocabulary/phase-kind.ts'
import { undescribed } from './briefs.ts'
import type { DemoTime } from './demo-time.ts'
import { companyIdOf, demoId } from './identity.ts'
import type { Project } from './project.ts'
import { projects } from './projects.ts'

export const projectIdOf = (key: string): string => demoId(`project ${key}`)

/** `15:1-4 16:1` as days: Monday to Thursday of the fifteenth week from now, and the Monday after. */
export const readDays = (text: string, time: DemoTime): Day[] =>
  text.split(' ').flatMap((run) => {
    const [, week, from, to = from] = /^(-?\d+):(\d)(?:-(\d))?$/.exec(run) ?? []
    if (!week || !from || !to) throw new Error(`not days of the demo: ${run}`)
    const first = time.day(Number(week), Number(from))
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => addDays(first, step))
  })

/** The phases of a project with their days and ids, as bookings copy them. */
export const phasesOf = ({ key, phases }: Project, time: DemoTime): BookingPhase[] =>
  phases.map(({ kind, days, remote = false }, position) => ({
    id: demoId(`phase ${position} of ${key}`),
    kind,
    days: readDays(days, time),
    remote,
    exclusive: isExclusiveByDefault(kind, remote),
  }))

export const writeProjects = async (
  trx: Trx,
  { time, sealer }: { time: DemoTime; sealer: Sealer },
): Promise<void> => {
  const keyed = projects.map((project) => ({
    project,
    keyId: demoId(`key of project ${project.key}`),
    wrapped: sealer.createKey(),
  }))
  await trx
    .insertInto('sealingKey')
    .values(keyed.map(({ keyId, wrapped }) => ({ id: keyId, purpose: 'project' as const, wrapped })))
    .execute()
  await trx
    .insertInto('project')
    .values(
      keyed.map(({ project, keyId, wrapped }) => {
        const seal = sealer.withKey(wrapped)
        return {
          id: projectIdOf(project.key),
          companyId: companyIdOf(project.company),
          sealingKeyId: keyId,
          titleSealed: seal.seal(project.title),
          codeNameSealed: seal.seal(project.codeName),
          briefSealed: seal.seal(JSON.stringify(project.brief)),
          described: project.brief !== undescribed,
          type: project.type,
          discipline: project.discipline,
          regions: [...project.regions],
          languages: [...project.languages],
          employmentForm: project.form,
          createdAt: time.ago({ days: 40 }),
          updatedAt: time.ago({ days: 10 }),
        }
      }),
    )
    .execute()
  await trx
    .insertInto('projectPhase')
    .values(
      projects.flatMap((project) =>
        phasesOf(project, time).map(({ days, ...phase }, position) => ({
          ...phase,
          projectId: projectIdOf(project.key),
          position,
          days: toMultirange(rangesOf(days)),
        })),
      ),
    )
    .execute()
}
