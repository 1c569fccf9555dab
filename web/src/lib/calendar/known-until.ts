import { addMonths, type Calendar, type Day } from '@repere/api/client.ts'

/**
 * Until when a calendar is to be known once its owner says that it is right: what they said, else a year from today.
 * Without such a day every day of it reads « inconnu » to productions, however right it is.
 */
export const knownUntilOf = ({ knownUntil }: Pick<Calendar, 'knownUntil'>, today: Day): Day =>
  knownUntil !== null && knownUntil >= today ? knownUntil : addMonths(today, 12)
