import type {
  EcoDeliverable,
  EcoObligation,
  EcoScope,
  IntimacyDeliverable,
  IntimacyWhy,
  NudityLevel,
  SceneNature,
} from '../../vocabulary/brief.ts'

interface Conditions {
  prepPaid: boolean
  travelPaid: boolean
  lodgingPaid: boolean
  perDiem: boolean
  shadowPlace: boolean
}

interface Scene {
  natures: SceneNature[]
  nudity: NudityLevel
  performers: { bracket: 'adult'; count: number }[]
  group: boolean
  bodyDouble: boolean
}

interface IntimacyBrief {
  scenes: Scene[]
  why: IntimacyWhy | null
  closedSet: boolean
  riders: boolean
  rehearsalTime: boolean
  harassmentContactNamed: boolean
  childrenSupervisor: boolean
  authorisation: boolean
  deliverables: IntimacyDeliverable[]
  conditions: Conditions
}

interface EcoBrief {
  obligations: EcoObligation[]
  label: string | null
  labelAppliesOn: string | null
  tool: string | null
  crewSize: number | null
  shootDays: number | null
  sites: number | null
  scopes: EcoScope[]
  deliverables: EcoDeliverable[]
  conditions: Conditions
}

/** A brief as it is sealed. */
export type Brief = IntimacyBrief | EcoBrief

const conditions: Conditions = {
  prepPaid: true,
  travelPaid: true,
  lodgingPaid: true,
  perDiem: true,
  shadowPlace: false,
}

/** A scene between two adults, or among several. */
export const adults = (
  natures: SceneNature[],
  nudity: NudityLevel,
  { group = false, bodyDouble = false } = {},
): Scene => ({ natures, nudity, performers: [{ bracket: 'adult', count: group ? 6 : 2 }], group, bodyDouble })

export const intimacy = (scenes: Scene[]): IntimacyBrief => ({
  scenes,
  why: 'agreement-requires',
  closedSet: true,
  riders: true,
  rehearsalTime: true,
  harassmentContactNamed: true,
  childrenSupervisor: false,
  authorisation: false,
  deliverables: ['scene-breakdown', 'individual-talks', 'shooting-protocol', 'presence-on-set', 'report'],
  conditions: { ...conditions, shadowPlace: true },
})

/** Of a project nobody described yet: people may be asked, nobody confirmed. */
export const undescribed: IntimacyBrief = {
  scenes: [],
  why: null,
  closedSet: false,
  riders: false,
  rehearsalTime: false,
  harassmentContactNamed: false,
  childrenSupervisor: false,
  authorisation: false,
  deliverables: [],
  conditions: { prepPaid: false, travelPaid: false, lodgingPaid: false, perDiem: false, shadowPlace: false },
}

/** Aid of the CNC, a label aimed at, and the work from script to final report. */
export const eco = (size: { crew: number; days: number; sites: number; scopes: EcoScope[] }): EcoBrief => ({
  obligations: ['cnc-aid'],
  label: 'LABEL-ECOPROD',
  labelAppliesOn: null,
  tool: 'carbon-clap',
  crewSize: size.crew,
  shootDays: size.days,
  sites: size.sites,
  scopes: size.scopes,
  deliverables: ['script-analysis', 'provisional-report', 'action-plan', 'on-set-follow-up', 'final-report'],
  conditions,
})
