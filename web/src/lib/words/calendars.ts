import type { CalendarFault, LeftOutReason, Locale } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

const reasons: Labels<LeftOutReason> = {
  fr: {
    free: 'marqués libres',
    cancelled: 'annulés',
    declined: 'que vous avez déclinés',
    'outside-window': 'hors de cette période',
    short: 'de moins de 4 heures',
    'no-length': 'sans durée',
    'too-often': 'qui se répètent trop souvent',
    unreadable: 'dont les dates ne se lisent pas',
    'not-an-event': 'tâches ou notes',
  },
  en: {
    free: 'marked as free',
    cancelled: 'cancelled',
    declined: 'that you declined',
    'outside-window': 'outside this period',
    short: 'of less than 4 hours',
    'no-length': 'without a length',
    'too-often': 'that repeat too often',
    unreadable: 'whose dates cannot be read',
    'not-an-event': 'tasks or notes',
  },
}

/** Why entries of a file mark no day, with how many there are: « 12, marqués libres ». */
export const sayLeftOut = ({ reason, count }: { reason: LeftOutReason; count: number }, locale: Locale) =>
  `${count}, ${reasons[locale][reason]}`

const faults: Labels<CalendarFault> = {
  fr: {
    'not-a-calendar': 'Ce n’est pas un agenda, quel que soit le nom du fichier. Il faut un fichier .ics.',
    'cut-short': 'Ce fichier est coupé avant sa fin. Exportez-le à nouveau.',
    'too-deep': 'Ce fichier n’est pas fait comme un agenda. Exportez-le à nouveau depuis votre agenda.',
    'too-many-lines': 'Ce fichier a trop de lignes. Exportez une période plus courte.',
    'too-many-events': 'Ce fichier a plus de 20 000 événements. Exportez une période plus courte.',
    'too-heavy': 'Ce fichier demande trop de calcul. Exportez une période plus courte, ou un seul agenda.',
  },
  en: {
    'not-a-calendar': 'This is not a calendar, whatever the file is called. An .ics file is wanted.',
    'cut-short': 'This file is cut off before its end. Export it again.',
    'too-deep': 'This file is not made like a calendar. Export it again from your calendar.',
    'too-many-lines': 'This file has too many lines. Export a shorter period.',
    'too-many-events': 'This file has more than 20,000 events. Export a shorter period.',
    'too-heavy': 'This file takes too much work to read. Export a shorter period, or one calendar only.',
  },
}

/** Why a file cannot be read, and what to do. */
export const sayCalendarFault = (because: CalendarFault, locale: Locale): string => faults[locale][because]
