import { expect, test } from 'vitest'
import { day, line, optionalLine, paragraphs } from './shapes.ts'

test.each([
  ['a line feed', 'a\nb'],
  ['a null', 'a\0b'],
  ['half a character', 'a\ud800b'],
  ['a paragraph separator', 'a\u2029b'],
  ['too much', 'abcdef'],
])('a line refuses %s', (_, text) => {
  expect(line(5).safeParse(text).success).toBe(false)
})

test('a line is trimmed and composed', () => {
  expect(line(5, 1).parse('  Zoe\u0301 ')).toBe('Zo\u00e9')
  expect(line(5, 1).safeParse('   ').success).toBe(false)
  expect(line(5).parse('🙂')).toBe('🙂')
})

test('paragraphs keep their lines', () => {
  expect(paragraphs(20).parse('one\r\ntwo\rthree\n')).toBe('one\ntwo\nthree')
  expect(paragraphs(20).safeParse('bell\x07').success).toBe(false)
})

test.each([undefined, null, '', '  '])('%j says nothing', (text) => {
  expect(optionalLine(5).parse(text)).toBeNull()
})

test.each(['2026-02-30', '0000-01-01', '2026-2-3', '2027-03-08T00:00:00Z', 'infinity'])(
  '%s is not a day',
  (text) => {
    expect(day.safeParse(text).success).toBe(false)
  },
)

test('a line leaves out signs that turn the direction of words, and keeps words that run from the right', () => {
  expect(line(40, 1).parse('\u202eFilms\u2066 du \u200fPhare\u2069')).toBe('Films du Phare')
  expect(line(40).parse('سينما')).toBe('سينما')
  expect(line(40, 1).safeParse('\u202e\u2069').success).toBe(false)
})
