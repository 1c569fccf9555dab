import { type Audience, audiences } from '@repere/db/vocabulary/audience.ts'
import { type ChoiceField, choiceFields } from '@repere/db/vocabulary/choice-field.ts'
import { type CredentialState, credentialStates } from '@repere/db/vocabulary/credential.ts'
import { describe, expect, test } from 'vitest'
import { type Profile, presentProfile } from './present-rules.ts'
import { canSee, type Viewer, viewers } from './viewer-rules.ts'

const full: Profile = {
  slug: 'zoe-b',
  displayName: 'Zoé B.',
  titleForm: 'coordinatrice d’intimité',
  pronouns: 'elle',
  disciplines: ['intimacy'],
  levels: { intimacy: 'experienced' },
  headline: { fr: 'Prépare chaque scène' },
  bio: { fr: 'Texte', en: 'Text' },
  baseRegion: 'FR-BRE',
  regions: ['FR-BRE'],
  languages: [{ code: 'fr', level: 'native' }],
  specialisms: ['nudity'],
  media: ['feature'],
  employmentForms: ['cddu'],
  remotePrep: true,
  noticeDays: 5,
  mentoring: 'takes-shadows',
  daysOnSet: 46,
  productionsCount: 7,
  workingSince: 2023,
  rate: { fromCents: 36_000, toCents: 42_000, currency: 'EUR' },
  mobility: ['train-first'],
  countries: ['FR', 'BE'],
  workPermits: ['eu-eea'],
  labels: ['LABEL-ECOPROD'],
  tools: ['carbon-clap'],
  insured: true,
  firstAid: true,
  codeOfConduct: { name: 'Charte', link: null },
  legalName: 'LEGAL-MARKER',
  phone: 'PHONE-MARKER',
  email: 'EMAIL-MARKER',
  daysVisibility: 'everyone',
  visibility: {},
  indexingAllowed: false,
  paused: false,
  pausedUntil: null,
  credentials: [],
  credits: [],
  confirmedCredits: [],
  pairs: [],
  photo: '6f1d3c62-0c55-4c7e-9e1f-2b1a5f0f7a11',
  calendarConfirmedOn: '2027-03-01',
}

describe('a field of choice', () => {
  const table: Record<Audience, Record<Viewer, boolean>> = {
    public: { public: true, 'verified-production': true, 'after-acceptance': true, me: true },
    'verified-productions': {
      public: false,
      'verified-production': true,
      'after-acceptance': true,
      me: true,
    },
    'after-acceptance': { public: false, 'verified-production': false, 'after-acceptance': true, me: true },
    'only-me': { public: false, 'verified-production': false, 'after-acceptance': false, me: true },
  }
  const cells = choiceFields.flatMap((field) =>
    audiences.flatMap((audience) => viewers.map((viewer) => [field, audience, viewer] as const)),
  )
  test.each(cells)('%s for %s, read as %s', (field, audience, viewer) => {
    const shown = presentProfile({ ...full, visibility: { [field]: audience } }, viewer)
    expect(shown[field] !== undefined).toBe(table[audience][viewer])
  })

  test('is public until its owner chose, but the rate, the permits and the portrait', () => {
    const shown = presentProfile(full, 'public')
    const hidden = choiceFields.filter((field: ChoiceField) => shown[field] === undefined)
    expect(hidden).toEqual(['rate', 'workPermits', 'photo'])
    expect(presentProfile(full, 'after-acceptance').rate).toBeUndefined()
    expect(presentProfile(full, 'verified-production').workPermits).toBeUndefined()
    expect(presentProfile(full, 'after-acceptance').workPermits).toEqual(['eu-eea'])
  })
})

test.each([
  ['public', false],
  ['verified-production', false],
  ['after-acceptance', true],
  ['me', true],
] as const)('the contact, read as %s: %s', (viewer, shown) => {
  const text = JSON.stringify(presentProfile(full, viewer))
  for (const marker of ['LEGAL-MARKER', 'PHONE-MARKER', 'EMAIL-MARKER'])
    expect(text.includes(marker)).toBe(shown)
})

const credential = (code: string, state: CredentialState, refused = false) => ({
  code,
  state,
  refused,
  issuedOn: '2026-01-01',
  endsOn: null,
  checkedOn: '2026-02-01',
})

test('credentials stand strongest first; refused and withdrawn ones are absent', () => {
  const credentials = [
    ...credentialStates.map((state) => credential(`A-${state}`, state)),
    credential('B-confirmed', 'confirmed'),
    credential('C-refused', 'declared', true),
  ]
  expect(
    presentProfile({ ...full, credentials }, 'after-acceptance').credentials.map(({ code }) => code),
  ).toEqual(['A-confirmed', 'B-confirmed', 'A-document-seen', 'A-declared', 'A-expired'])
})

test('a declared credential was checked by nobody', () => {
  const [shown] = presentProfile(
    { ...full, credentials: [credential('A', 'declared')] },
    'public',
  ).credentials
  expect(shown?.checkedOn).toBeNull()
})

describe('a confidential credit', () => {
  const credit = {
    id: '1',
    title: 'TITLE-MARKER',
    production: 'PRODUCTION-MARKER',
    link: 'https://link-marker.example',
    kind: 'series' as const,
    year: 2026,
    role: 'coordination',
    confidentialUntil: '2027-06-30',
    confidential: true,
  }
  test.each([
    ['public', false],
    ['verified-production', false],
    ['after-acceptance', false],
    ['me', true],
  ] as const)('names its work to %s: %s', (viewer, named) => {
    const { credits } = presentProfile({ ...full, credits: [credit] }, viewer)
    expect(/marker/i.test(JSON.stringify(credits))).toBe(named)
    expect(credits?.[0]).toMatchObject({
      kind: 'series',
      year: 2026,
      role: 'coordination',
      confidential: true,
    })
  })

  test('names it to everybody once its day has passed', () => {
    const { credits } = presentProfile({ ...full, credits: [{ ...credit, confidential: false }] }, 'public')
    expect(credits?.[0]).toMatchObject({ title: 'TITLE-MARKER', production: 'PRODUCTION-MARKER' })
  })
})

describe('a mentoring pair', () => {
  const cells = audiences.flatMap((mine) =>
    audiences.flatMap((theirs) => viewers.map((viewer) => [mine, theirs, viewer] as const)),
  )
  test.each(cells)(
    'mine for %s, theirs for %s, read as %s, shows only where both may',
    (mine, theirs, viewer) => {
      const pair = {
        slug: 'noe',
        displayName: 'Noé',
        discipline: 'intimacy' as const,
        side: 'lead' as const,
        visibility: { mentoring: theirs },
      }
      const shown = presentProfile({ ...full, visibility: { mentoring: mine }, pairs: [pair] }, viewer)
      const both = [mine, theirs].every((audience) => canSee(viewer, { mentoring: audience }, 'mentoring'))
      expect(shown.pairs?.length ?? 0).toBe(both ? 1 : 0)
    },
  )
})
