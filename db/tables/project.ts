import type { Generated } from 'kysely'
import type { Discipline } from '../vocabulary/discipline.ts'
import type { EmploymentForm } from '../vocabulary/employment-form.ts'
import type { LanguageCode } from '../vocabulary/language.ts'
import type { ProjectType } from '../vocabulary/medium.ts'
import type { RegionCode } from '../vocabulary/region.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A production’s project. Texts are sealed. */
export interface ProjectTable {
  id: Generated<string>
  companyId: string
  sealingKeyId: string
  titleSealed: Buffer
  codeNameSealed: Buffer | null
  briefSealed: Buffer
  described: Generated<boolean>
  type: ProjectType
  discipline: Discipline
  regions: Generated<RegionCode[]>
  languages: Generated<LanguageCode[]>
  employmentForm: EmploymentForm | null
  version: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
}

export const project: Dictionary<ProjectTable> = {
  id: column('opaque identity', 'nobody', 'project'),
  companyId: column('whose', 'nobody', 'project'),
  sealingKeyId: column('what seals it', 'nobody', 'project'),
  titleSealed: column('working title', 'accepted', 'project', 'mine'),
  codeNameSealed: column('shown before acceptance', 'parties', 'project', 'mine'),
  briefSealed: column('the structured brief', 'parties', 'project', 'mine'),
  described: column('whether the brief says anything', 'parties', 'project', 'mine'),
  type: column('what is made', 'parties', 'project', 'mine'),
  discipline: column('who is looked for', 'parties', 'project', 'mine'),
  regions: column('where', 'parties', 'project', 'mine'),
  languages: column('working languages', 'parties', 'project', 'mine'),
  employmentForm: column('form offered', 'parties', 'project', 'mine'),
  version: column('counts edits', 'parties', 'project'),
  createdAt: column('age', 'owner', 'project', 'mine'),
  updatedAt: column('last change', 'owner', 'project', 'mine'),
}
