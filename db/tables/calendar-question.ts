import { column, type Dictionary } from './dictionary.ts'

/** When somebody was last asked by mail whether their calendar is still right. */
export interface CalendarQuestionTable {
  coordinatorId: string
  askedAt: Date
}

export const calendarQuestion: Dictionary<CalendarQuestionTable> = {
  coordinatorId: column('whose', 'nobody', 'account'),
  askedAt: column('when the last mail left', 'owner', 'account', 'mine'),
}
