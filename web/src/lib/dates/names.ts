import type { Locale } from '@repere/api/client.ts'

/** No-break space: between a figure and its unit or month. */
export const nbsp = '\u00a0'
/** Narrow no-break space: before `; ? ! %` in French, and between thousands. */
export const thinSpace = '\u202f'

interface CalendarNames {
  months: readonly string[]
  /** Abbreviated where the language abbreviates: « mars », « mai », « juin », « août » never are. */
  shortMonths: readonly string[]
  /** Monday first. */
  weekdays: readonly string[]
  shortWeekdays: readonly string[]
  /** Two letters, over a column of a grid. */
  tinyWeekdays: readonly string[]
}

/** Written here rather than asked of `Intl`: server and browser must agree to the letter. */
export const calendarNames: Record<Locale, CalendarNames> = {
  fr: {
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    shortMonths: [
      'janv.',
      'févr.',
      'mars',
      'avr.',
      'mai',
      'juin',
      'juil.',
      'août',
      'sept.',
      'oct.',
      'nov.',
      'déc.',
    ],
    weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    shortWeekdays: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
    tinyWeekdays: ['lu', 'ma', 'me', 'je', 've', 'sa', 'di'],
  },
  en: {
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    tinyWeekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  },
}
