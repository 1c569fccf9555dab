import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import type { CopyInput, ProjectInput } from './contract.ts'
import { createProject, getOwnProject, type ProjectView } from './service.ts'

/** Drafts a project like another of the same company, under names of its own. Refuses one whose texts are gone. */
export const copyProject = async (
  deps: Deps,
  actor: { id: string },
  id: string,
  names: CopyInput,
): Promise<ProjectView> => {
  const { brief, type, discipline, regions, languages, employmentForm, phases } = await getOwnProject(
    deps,
    actor,
    id,
  )
  const described = { type, regions, languages, employmentForm }
  const withoutIds = phases.map(({ id: _, ...phase }) => phase)
  // A brief is read through the shape of its discipline, so that the two go together.
  const input = {
    ...names,
    ...described,
    discipline,
    phases: withoutIds,
    brief: brief ?? refuse('project-closed'),
  }
  return createProject(deps, actor, input as ProjectInput)
}
