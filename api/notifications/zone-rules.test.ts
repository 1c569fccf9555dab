import { expect, test } from 'vitest'
import { zoneOfCountry } from './zone-rules.ts'

test('a country with one time zone says where its people are, any other nothing', () => {
  expect(['FR', 'RE', 'GB', 'BE', 'CA', 'XX', ''].map(zoneOfCountry)).toEqual([
    'Europe/Paris',
    'Indian/Reunion',
    'Europe/London',
    'Europe/Brussels',
    undefined,
    undefined,
    undefined,
  ])
})
