import type { BlockKind, BlockReason, BlockSource, DayState, DaysVisibility } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** What others see of a day. */
export const dayStateNames: Labels<DayState> = {
  fr: {
    free: 'libre',
    option: 'en option',
    unavailable: 'pris',
    unknown: 'inconnu',
  },
  en: {
    free: 'free',
    option: 'on hold',
    unavailable: 'taken',
    unknown: 'unknown',
  },
}

/** What a block says. */
export const blockKindNames: Labels<BlockKind> = {
  fr: {
    unavailable: 'Indisponible',
    tentative: 'Option posée ailleurs',
    available: 'Libre malgré le rythme',
  },
  en: {
    unavailable: 'Unavailable',
    tentative: 'On hold elsewhere',
    available: 'Free despite the pattern',
  },
}

/** Why a day is taken: for its owner's eyes alone. */
export const blockReasonNames: Labels<BlockReason> = {
  fr: {
    'booked-elsewhere': 'Autre tournage',
    leave: 'Congés',
    training: 'Formation',
    personal: 'Personnel',
  },
  en: {
    'booked-elsewhere': 'Booked elsewhere',
    leave: 'Leave',
    training: 'Training',
    personal: 'Personal',
  },
}

/** Where a block comes from. */
export const blockSourceNames: Labels<BlockSource> = {
  fr: {
    manual: 'Saisi',
    travel: 'Trajet',
    ics: 'Agenda importé',
    booking: 'Réservation',
  },
  en: {
    manual: 'Entered',
    travel: 'Travel',
    ics: 'Imported calendar',
    booking: 'Booking',
  },
}

/** Who sees the days. */
export const daysVisibilityNames: Labels<DaysVisibility> = {
  fr: {
    everyone: 'Tout le monde',
    'verified-productions': 'Sociétés vérifiées',
  },
  en: {
    everyone: 'Everyone',
    'verified-productions': 'Verified companies',
  },
}
