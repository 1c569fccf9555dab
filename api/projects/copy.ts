import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import type { CopyInput } from './contract.ts'
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
  return createProject(deps, actor, {
    ...names,
    type,
    discipline,
    regions,
    languages,
    employmentForm,
    phases: phases.map(({ id: _, ...phase }) => phase),
    brief: brief ?? refuse('project-closed'),
  })
}
