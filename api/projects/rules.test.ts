import {
  type AgeBracket,
  ageBrackets,
  type NudityLevel,
  nudityLevels,
  type SceneNature,
  sceneNatures,
} from '@repere/db/vocabulary/brief.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Scene, type SceneVerdict, stopsOf, verdictOn, verdictOnScene } from './rules.ts'

const [S, G] = ['stop', 'safeguards'] as const
const line = (...verdicts: [SceneVerdict, SceneVerdict, SceneVerdict, SceneVerdict, SceneVerdict]) => ({
  none: verdicts[0],
  underwear: verdicts[1],
  partial: verdicts[2],
  'full-covered': verdicts[3],
  full: verdicts[4],
})

/** With somebody under 18 in the scene, written out cell by cell. */
const expected: Record<SceneNature, Record<NudityLevel, SceneVerdict>> = {
  kiss: line(G, G, S, S, S),
  caresses: line(G, G, S, S, S),
  nudity: line(G, G, S, S, S),
  'simulated-sex': line(S, S, S, S, S),
  'sexual-violence': line(S, S, S, S, S),
  'medical-or-birth': line(G, G, S, S, S),
  family: line(G, G, S, S, S),
  other: line(G, G, S, S, S),
}

test.each(sceneNatures)('a scene of %s is judged by nudity and age', (nature) => {
  for (const nudity of nudityLevels) {
    expect(verdictOn(nature, nudity, 'adult')).toBe('fine')
    expect.soft(verdictOn(nature, nudity, '16-17'), `${nudity}, 16-17`).toBe(expected[nature][nudity])
    expect.soft(verdictOn(nature, nudity, 'under-16'), `${nudity}, under 16`).toBe(expected[nature][nudity])
  }
})

const scene = (natures: SceneNature[], nudity: NudityLevel, ...brackets: AgeBracket[]): Scene => ({
  natures,
  nudity,
  performers: brackets.map((bracket) => ({ bracket, count: 1 })),
})
const brief = (scenes: Scene[], childrenSupervisor = false, authorisation = false) => ({
  scenes,
  childrenSupervisor,
  authorisation,
})

test('one minor among adults stops a scene with nudity, and the stop names the scene', () => {
  const scenes = [scene(['kiss'], 'none', 'adult'), scene(['nudity'], 'partial', 'adult', '16-17')]
  expect(stopsOf(brief(scenes, true, true))).toEqual([{ because: 'minor-stop', pointer: '/brief/scenes/1' }])
})

test('closeness with a minor asks for a children’s supervisor and the authorisation', () => {
  const scenes = [scene(['kiss'], 'none', '16-17', 'adult')]
  expect(stopsOf(brief(scenes))).toEqual([
    { because: 'minor-safeguards-missing', pointer: '/brief/childrenSupervisor' },
    { because: 'minor-safeguards-missing', pointer: '/brief/authorisation' },
  ])
  expect(stopsOf(brief(scenes, true, true))).toEqual([])
})

test('a brief not described yet has nothing that stops it', () => {
  expect(stopsOf(brief([]))).toEqual([])
})

test('adding a nature or a minor never makes a scene milder', () => {
  const anyScene = fc.record({
    natures: fc.subarray([...sceneNatures], { minLength: 1 }),
    nudity: fc.constantFrom(...nudityLevels),
    performers: fc.array(
      fc.record({ bracket: fc.constantFrom(...ageBrackets), count: fc.integer({ min: 1, max: 4 }) }),
    ),
  })
  const order: SceneVerdict[] = ['fine', 'safeguards', 'stop']
  fc.assert(
    fc.property(
      anyScene,
      fc.constantFrom(...sceneNatures),
      fc.constantFrom(...ageBrackets),
      (some, nature, bracket) => {
        const before = order.indexOf(verdictOnScene(some))
        const more = { ...some, natures: [...some.natures, nature] }
        const fuller = { ...some, performers: [...some.performers, { bracket, count: 1 }] }
        expect(order.indexOf(verdictOnScene(more))).toBeGreaterThanOrEqual(before)
        expect(order.indexOf(verdictOnScene(fuller))).toBeGreaterThanOrEqual(before)
      },
    ),
  )
})
