import { describe, expect, test } from 'vitest'
import { type Judged, missingToPublish, type ProfileItem, profileItems, toCompleteness } from './rules.ts'

const complete: Judged = {
  displayName: 'Zoé B.',
  disciplines: ['intimacy'],
  regions: ['FR-BRE'],
  levels: { intimacy: 'experienced' },
  headline: { fr: 'Une ligne', en: 'One line' },
  bio: { fr: 'Texte', en: 'Text' },
  specialisms: ['nudity'],
  languages: [{}],
  employmentForms: ['cddu'],
  credentialCount: 1,
  daysOnSet: 46,
  credits: [{}],
  daysKnown: true,
  emailVerified: true,
}

/** What takes each item away, and nothing else. */
const without: Record<ProfileItem, Partial<Judged>> = {
  displayName: { displayName: '' },
  disciplines: { disciplines: [] },
  regions: { regions: [] },
  levels: { levels: {} },
  headline: { headline: {} },
  specialisms: { specialisms: [] },
  languages: { languages: [] },
  employmentForms: { employmentForms: [] },
  credentials: { credentialCount: 0 },
  experience: { daysOnSet: null },
  credits: { credits: [] },
  days: { daysKnown: false },
  bio: { bio: {} },
  frenchText: { bio: { en: 'Text' } },
  englishText: { bio: { fr: 'Texte' } },
  verifiedEmail: { emailVerified: false },
}

const undone = (profile: Judged) =>
  toCompleteness(profile)
    .filter(({ done }) => !done)
    .map(({ item }) => item)

test('a complete profile lacks nothing', () => {
  expect(undone(complete)).toEqual([])
  expect(missingToPublish(complete)).toEqual([])
})

test.each(profileItems)('without it, %s is what completeness names', (item) => {
  expect(undone({ ...complete, ...without[item] })).toContain(item)
})

describe('what publishing needs', () => {
  const needed: Record<ProfileItem, boolean> = {
    displayName: true,
    disciplines: true,
    regions: true,
    levels: false,
    headline: false,
    specialisms: false,
    languages: false,
    employmentForms: false,
    credentials: false,
    experience: false,
    credits: false,
    days: false,
    bio: false,
    frenchText: false,
    englishText: false,
    verifiedEmail: false, // a gate of its own
  }
  test.each(profileItems)('%s', (item) => {
    expect(missingToPublish({ ...complete, ...without[item] })).toEqual(needed[item] ? [item] : [])
  })
})

test('a level is missing as soon as one of two disciplines lacks it', () => {
  expect(undone({ ...complete, disciplines: ['intimacy', 'eco-production'] })).toEqual(['levels'])
})

test.each([
  [{ headline: { en: 'One line' }, bio: {} }, true],
  [{ headline: { fr: 'Une ligne' }, bio: {} }, false],
  [{ headline: { fr: 'Une ligne' }, bio: { en: 'Text' } }, false],
  [{ headline: {}, bio: {} }, false],
])('English text of %j is complete: %s', (texts, done) => {
  const line = toCompleteness({ ...complete, ...texts }).find(({ item }) => item === 'englishText')
  expect(line?.done).toBe(done)
})

test.each([
  [{ headline: { fr: 'Une ligne' }, bio: {} }, true],
  [{ headline: { en: 'One line' }, bio: {} }, false],
  [{ headline: { fr: 'Une ligne', en: 'One line' }, bio: { en: 'Text' } }, false],
  [{ headline: {}, bio: {} }, false],
])('French text of %j is complete: %s', (texts, done) => {
  const line = toCompleteness({ ...complete, ...texts }).find(({ item }) => item === 'frenchText')
  expect(line?.done).toBe(done)
})
