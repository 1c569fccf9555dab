import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from './row-rules.ts'

const upTo = (length: number) => (head: string) => head.length <= length

test('a text is parted before the first word that does not fit', () => {
  expect(splitText('un deux trois', upTo(20))).toEqual(['un deux trois', ''])
  expect(splitText('un deux trois', upTo(8))).toEqual(['un deux', 'trois'])
  expect(splitText('un\ndeux trois', upTo(5))).toEqual(['un', 'deux trois'])
  expect(splitText('interminable', upTo(3))).toEqual(['interminable', ''])
  expect(splitText('interminable et long', upTo(3))).toEqual(['interminable', 'et long'])
})

test('nothing is lost or said twice, and there is always an end', () => {
  const words = fc.array(fc.stringMatching(/^\S{1,12}$/), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (texts, room) => {
      const pieces: string[] = []
      for (let rest = texts.join(' '); rest !== ''; ) {
        const [head, left] = splitText(rest, upTo(room))
        pieces.push(head)
        rest = left
      }
      expect(pieces.join(' ')).toBe(texts.join(' '))
    }),
  )
})
