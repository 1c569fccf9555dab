import type { Day } from '@repere/db/vocabulary/day.ts'
import type { JobSheet } from '@repere/db/vocabulary/job-sheet.ts'

export interface SheetFault {
  pointer: string
  detail: string
}

/** What is wrong with a sheet as a whole: keys that are there twice, rules without their source, days to come. */
export const findSheetFaults = ({ sections }: JobSheet, today: Day): SheetFault[] =>
  sections.flatMap(({ key, rules, sources }, at) => [
    ...(sections.findIndex((other) => other.key === key) < at
      ? [{ pointer: `/sheet/sections/${at}/key`, detail: 'is there twice' }]
      : []),
    ...rules.flatMap(({ source }, index) =>
      source !== null && source >= sources.length
        ? [{ pointer: `/sheet/sections/${at}/rules/${index}/source`, detail: 'is not among the sources' }]
        : [],
    ),
    ...sources.flatMap(({ readOn }, index) =>
      readOn !== null && readOn > today
        ? [{ pointer: `/sheet/sections/${at}/sources/${index}/readOn`, detail: 'must not be in the future' }]
        : [],
    ),
  ])
