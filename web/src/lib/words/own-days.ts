import type { OwnDayKind } from '#lib/calendar/own-days.ts'
import type { Labels } from './words.ts'

/** What a day is, for its owner alone. */
export const ownDayNames: Labels<OwnDayKind> = {
  fr: {
    free: 'libre',
    confirmed: 'confirmé',
    option: 'en option',
    tentative: 'option posée ailleurs',
    block: 'indisponible',
    imported: 'agenda importé',
    remote: 'à distance',
    off: 'hors rythme',
    unknown: 'inconnu',
  },
  en: {
    free: 'free',
    confirmed: 'confirmed',
    option: 'on hold',
    tentative: 'on hold elsewhere',
    block: 'unavailable',
    imported: 'imported calendar',
    remote: 'remote',
    off: 'off pattern',
    unknown: 'unknown',
  },
}
