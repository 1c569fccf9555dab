import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import { expect, test } from 'vitest'
import { chooseTitle, claimsCertification } from './title-rules.ts'

const intimacy = 'coordinatrice ou coordinateur d’intimité'
const eco = 'coordinatrice ou coordinateur d’éco-production'
const both = 'coordinatrice ou coordinateur d’intimité et d’éco-production'

test.each<[string, Discipline[], string]>([
  ['', [], ''],
  ['', ['intimacy'], intimacy],
  ['', ['eco-production'], eco],
  ['', ['eco-production', 'intimacy'], both],
  ['directrice d’intimité', ['intimacy'], 'directrice d’intimité'],
  ["coordinatrice d'intimité", ['intimacy', 'eco-production'], "coordinatrice d'intimité"],
  // A default that comes back from a form follows the disciplines.
  [intimacy, ['intimacy', 'eco-production'], both],
  [both, ['eco-production'], eco],
])('"%s" with %j is kept as "%s"', (asked, disciplines, kept) => {
  expect(chooseTitle(asked, disciplines)).toBe(kept)
})

test.each([
  ['coordinatrice d’intimité certifiée', true],
  ['certified intimacy coordinator', true],
  ['coordinateur diplômé', true],
  ['éco-manager', false],
  ['green consultant', false],
])('"%s" claims a certification: %s', (title, claims) => {
  expect(claimsCertification(title)).toBe(claims)
})
