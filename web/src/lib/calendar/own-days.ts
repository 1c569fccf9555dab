import type { Day, DayReason, DayState } from '@repere/api/client.ts'

export const ownDayKinds = [
  'free',
  'confirmed',
  'option',
  'tentative',
  'block',
  'imported',
  'remote',
  'off',
  'unknown',
] as const

/** What a day is, for its owner alone: others read one of four states, never the reason. */
export type OwnDayKind = (typeof ownDayKinds)[number]

export interface OwnDay {
  date: Day
  state: DayState
  reasons: readonly DayReason[]
}

/** Which of the reasons decided the state that others read. */
export function toOwnDayKind({ state, reasons }: Pick<OwnDay, 'state' | 'reasons'>): OwnDayKind {
  const has = (kind: DayReason['kind']) => reasons.some((reason) => reason.kind === kind)
  if (has('confirmed')) return 'confirmed'
  if (state === 'option') return has('option') ? 'option' : 'tentative'
  if (state !== 'unavailable') return state
  const sources = reasons.flatMap((reason) => (reason.kind === 'block' ? [reason.source] : []))
  if (sources.length > 0) return sources.every((source) => source === 'ics') ? 'imported' : 'block'
  return has('remote-only') ? 'remote' : 'off'
}

/** Whether somebody waits for an answer on that day. */
export const isRequested = ({ reasons }: Pick<OwnDay, 'reasons'>): boolean =>
  reasons.some(({ kind }) => kind === 'requested')
