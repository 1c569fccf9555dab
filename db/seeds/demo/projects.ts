import type { Project } from './project.ts'
import { projectsElsewhere } from './projects-elsewhere.ts'
import { projectsOfPhare } from './projects-phare.ts'

/** Every project of the demo. */
export const projects: readonly Project[] = [...projectsOfPhare, ...projectsElsewhere]
