import { column, type Dictionary } from './dictionary.ts'

/** A wording of a project’s brief that was replaced after somebody had been asked under it. Sealed as the project is. */
export interface PastBriefTable {
  projectId: string
  version: number
  briefSealed: Buffer
  replacedAt: Date
}

export const pastBrief: Dictionary<PastBriefTable> = {
  projectId: column('of which', 'nobody', 'project'),
  version: column('the last version of the project to say it so', 'nobody', 'project'),
  briefSealed: column('the structured brief as it was', 'parties', 'project', 'mine'),
  replacedAt: column('until when it stood', 'parties', 'project', 'mine'),
}
