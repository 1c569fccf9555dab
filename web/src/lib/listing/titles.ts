import type { Discipline } from '@repere/api/client.ts'

/** Forms of the title that people use, offered while typing; any other may be typed. */
export const titleForms: Record<Discipline, readonly string[]> = {
  intimacy: [
    'coordinatrice d’intimité',
    'coordinateur d’intimité',
    'coordinateur·rice d’intimité',
    'directrice d’intimité',
    'directeur d’intimité',
    'intimacy coordinator',
  ],
  'eco-production': [
    'coordinatrice d’écoproduction',
    'coordinateur d’écoproduction',
    'coordinateur·rice d’écoproduction',
    'éco-référente',
    'éco-référent',
    'responsable d’éco-production',
    'green consultant',
  ],
}
