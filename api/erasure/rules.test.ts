import { describe, expect, test } from 'vitest'
import { isConfirmed, withoutNames } from './rules.ts'

describe('names in mails to others', () => {
  test.each([
    ['Solène a accepté.', ['Solène'], '… a accepté.'],
    ['Solène d’Arvigny a accepté.', ['Solène', 'Solène d’Arvigny'], '… a accepté.'],
    ['<p>Films &amp; Fils &lt;x&gt;</p>', ['Films & Fils <x>'], '<p>…</p>'],
    ['SUMMARY:Option: Pêche\\, sel \\; Cie', ['Pêche, sel ; Cie'], 'SUMMARY:Option: …'],
    ['Écrire à a.b+c@example.test.', ['a.b+c@example.test'], 'Écrire à ….'],
    ['Un nom qui commence par Sol : Solène.', ['Sol'], 'Un nom qui commence par … : Solène.'],
    ['Rien à redire.', [], 'Rien à redire.'],
    ['Rien à redire.', ['', ' '], 'Rien à redire.'],
  ])('%s', (text, names, expected) => {
    expect(withoutNames(text, names, '…')).toBe(expected)
  })
})

test('a confirmation is the address, however it is cased and spaced', () => {
  expect(isConfirmed(' A@Example.TEST ', 'a@example.test')).toBe(true)
  expect(isConfirmed('a@example.tes', 'a@example.test')).toBe(false)
})
