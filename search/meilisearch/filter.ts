import type { SearchDocument } from '../coordinators/document.ts'

type Field = keyof SearchDocument
type Days = 'freeDays' | 'notFreeDays' | 'takenDays' | 'optionDays'

/** A condition in the server's own language, made of typed values only, always quoted. */
export type Condition = string & { readonly condition: true }

/** Conditions that must all hold; a list among them holds when one of its own does. */
export type Conditions = readonly (Condition | readonly Condition[])[]

const condition = (text: string) => text as Condition

const quoted = (value: string) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

export const isAmong = (field: Field, values: readonly string[]): Condition =>
  condition(`${field} IN [${values.map(quoted).join(', ')}]`)

export const isNotAmong = (field: Field, values: readonly string[]): Condition =>
  condition(`NOT ${isAmong(field, values)}`)

export const is = (field: 'paused' | 'daysPublic' | 'heldBeyond', value: boolean): Condition =>
  condition(`${field} = ${value}`)

/** That some day of the list lies in the run, both ends included: `TO` on a list asks for any element. */
export const hasDayWithin = (field: Days, from: number, to: number): Condition =>
  condition(`${field} ${from} TO ${to}`)

export const hasNoDayWithin = (field: Days, from: number, to: number): Condition =>
  condition(`NOT ${hasDayWithin(field, from, to)}`)

export const isExactly = (field: 'rank' | 'confirmedOn', value: number): Condition =>
  condition(`${field} = ${value}`)

export const isAfter = (field: 'staleOn' | 'knownUntil', day: number): Condition =>
  condition(`${field} > ${day}`)

export const isNotAfter = (field: 'staleOn' | 'knownUntil', day: number): Condition =>
  condition(`${field} <= ${day}`)

/** Holds for nobody. */
export const impossible: Condition = isAmong('id', ['nobody'])
