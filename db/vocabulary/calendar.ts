/** Which days of a calendar file count: each that an event touches, or only those it takes half a working day of. */
export const importScopes = ['every-event', 'half-days'] as const
export type ImportScope = (typeof importScopes)[number]

/** An import is shown before it counts. One of each at most. */
export const importStands = ['preview', 'applied'] as const
export type ImportStand = (typeof importStands)[number]

/** Why an entry of a calendar file marks no day. */
export const leftOutReasons = [
  'free',
  'cancelled',
  'declined',
  'outside-window',
  'short',
  'no-length',
  'too-often',
  'unreadable',
  'not-an-event',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** Why a calendar file is not read at all. */
export const calendarFaults = [
  'not-a-calendar',
  'cut-short',
  'too-deep',
  'too-many-lines',
  'too-many-events',
  'too-heavy',
] as const
export type CalendarFault = (typeof calendarFaults)[number]

/** What the calendars of both sides of a booking were last told of it. */
export const entryStatuses = ['tentative', 'confirmed', 'cancelled'] as const
export type EntryStatus = (typeof entryStatuses)[number]
