import { type CoordinatorCard, type Day, type DayState, daysOf } from '@repere/api/client.ts'

export const askedDays: Day[] = [
  ...['2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11', '2027-03-15', '2027-03-16'],
  ...['2027-03-25', '2027-03-26', '2027-04-02'],
]

export const credentialNames = {
  'IC-CQP-FR': 'CQP Coordinateur·rice d’intimité',
  'IC-IDC': 'Certification IDC',
  'SAFE-MHFA': 'Premiers secours en santé mentale',
}

const asked = (changed: Record<Day, DayState>) =>
  askedDays.map((date) => ({ date, state: changed[date] ?? ('free' as const) }))

const someone: CoordinatorCard = {
  slug: 'maelle-kervadec',
  displayName: 'Maëlle Kervadec',
  titleForm: 'Coordinatrice d’intimité',
  disciplines: ['intimacy'],
  headline: {},
  levels: { intimacy: 'experienced' },
  baseRegion: 'FR-BRE',
  regions: ['FR-BRE', 'FR-IDF', 'FR-PDL'],
  languages: [
    { code: 'fr', level: 'native' },
    { code: 'en', level: 'C1' },
    { code: 'br', level: 'B2' },
  ],
  specialisms: [],
  credentials: [
    { code: 'IC-CQP-FR', state: 'confirmed' },
    { code: 'IC-IDC', state: 'document-seen' },
    { code: 'SAFE-MHFA', state: 'declared' },
  ],
  asked: asked({}),
  free: { days: 9, of: 9 },
  calendarConfirmedOn: '2026-11-20',
  place: { evidence: 2, freshness: 3, completeness: 3 },
  paused: false,
}

/** Invented people, one for each way of covering the asked days. */
export const cards: CoordinatorCard[] = [
  someone,
  {
    ...someone,
    slug: 'yann-treguer',
    displayName: 'Yann Tréguer',
    titleForm: 'Coordinateur d’intimité',
    asked: asked({ '2027-03-25': 'option', '2027-03-26': 'option' }),
    calendarConfirmedOn: '2026-11-21',
  },
  {
    ...someone,
    slug: 'awa-diarrasso',
    displayName: 'Awa Diarrasso',
    titleForm: 'Directrice d’intimité',
    asked: asked({ '2027-03-10': 'unavailable', '2027-03-11': 'unavailable' }),
  },
  {
    ...someone,
    slug: 'garance-oudinot',
    displayName: 'Garance Oudinot',
    credentials: [{ code: 'IC-IDC', state: 'declared' }],
    asked: asked({ '2027-03-25': 'unknown', '2027-03-26': 'unknown', '2027-04-02': 'unknown' }),
    calendarConfirmedOn: null,
  },
]

const taken = daysOf([
  { from: '2026-12-07', to: '2026-12-18' },
  { from: '2027-01-11', to: '2027-01-22' },
  { from: '2027-04-19', to: '2027-04-30' },
])
const held = daysOf([
  { from: '2027-02-22', to: '2027-02-26' },
  { from: '2027-05-17', to: '2027-05-28' },
])
const stateOf = (date: Day): DayState =>
  date > '2027-07-15'
    ? 'unknown'
    : taken.includes(date)
      ? 'unavailable'
      : held.includes(date)
        ? 'option'
        : 'free'

export const yearDays = daysOf([{ from: '2026-12-01', to: '2027-11-30' }]).map((date) => ({
  date,
  state: stateOf(date),
}))

export const twoMonths = daysOf([{ from: '2027-04-10', to: '2027-06-09' }]).map((date) => ({
  date,
  state: stateOf(date),
}))
