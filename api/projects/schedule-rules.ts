import { type EcoDeliverable, type EcoMilestone, ecoDeliverables } from '@repere/db/vocabulary/brief.ts'
import { addDays, type Day, weekdayOf } from '@repere/db/vocabulary/day.ts'
import type { PhaseKind } from '@repere/db/vocabulary/phase-kind.ts'

/** One line of a back-schedule: by when it should be there, and whether somebody agreed on that day. */
export interface Milestone {
  milestone: EcoMilestone
  latest: Day
  /** False: computed from the shoot, indicative only. */
  agreed: boolean
}

/** How many days before the first shoot day, or after the last, each thing is due. Usage, not law. */
const due: Record<EcoMilestone, { before: number } | { after: number }> = {
  'script-analysis': { before: 70 },
  'provisional-report': { before: 42 },
  'action-plan': { before: 35 },
  roadmap: { before: 28 },
  // Ecoprod takes applications before the shoot only; a month leaves time for the file to be completed.
  'label-application': { before: 28 },
  'crew-briefing': { before: 7 },
  'on-set-follow-up': { before: 0 },
  'data-collection': { after: 14 },
  'set-reuse': { after: 14 },
  'audit-file': { after: 60 },
  'final-report': { after: 90 },
}

export interface Dated {
  deliverables: readonly EcoDeliverable[]
  dates: readonly { deliverable: EcoDeliverable; day: Day }[]
  label: string | null
  labelAppliesOn: Day | null
}

/**
 * The back-schedule of an eco-production brief, the earliest first: an agreed day stays as it is; any other is
 * counted from the shoot, and moved before a weekend. Without shoot days only what was agreed is dated.
 */
export const backScheduleOf = (
  brief: Dated,
  phases: readonly { kind: PhaseKind; days: readonly Day[] }[],
): Milestone[] => {
  const shoot = phases
    .filter(({ kind }) => kind === 'shoot')
    .flatMap(({ days }) => days)
    .sort()
  const wanted: EcoMilestone[] = [
    ...(brief.label || brief.labelAppliesOn ? (['label-application'] as const) : []),
    ...ecoDeliverables.filter((word) => brief.deliverables.includes(word)),
  ]
  return wanted
    .flatMap((milestone): Milestone[] => {
      const agreed = milestone === 'label-application' ? brief.labelAppliesOn : agreedOn(brief, milestone)
      if (agreed) return [{ milestone, latest: agreed, agreed: true }]
      const latest = countFrom(shoot, due[milestone])
      return latest ? [{ milestone, latest, agreed: false }] : []
    })
    .sort((a, b) => a.latest.localeCompare(b.latest))
}

const agreedOn = ({ dates }: Dated, asked: EcoDeliverable): Day | undefined =>
  dates.find(({ deliverable }) => deliverable === asked)?.day

const countFrom = (shoot: readonly Day[], rule: { before: number } | { after: number }): Day | undefined => {
  const anchor = 'before' in rule ? shoot.at(0) : shoot.at(-1)
  if (!anchor) return undefined
  // On the first day itself the work begins: a weekend does not move it.
  if ('before' in rule && rule.before === 0) return anchor
  const day = addDays(anchor, 'before' in rule ? -rule.before : rule.after)
  return addDays(day, Math.min(0, 5 - weekdayOf(day)))
}
