import { expect, test } from 'vitest'
import { savedSearchNews } from './saved-search-news.ts'

const search = (count: number) => ({
  id: 'one',
  title: { fr: 'Coordination d’intimité, Bretagne', en: 'Intimacy coordination, Brittany' },
  query: 'region=FR-BRE',
  people: Array.from({ length: count }, (_, index) => ({
    slug: `personne-${index}`,
    displayName: `<b>Nina</b> ${index}`,
  })),
  endedBecause: null,
  stopUrl: 'https://repere.test/unsubscribe/search/abc',
})
const write = (locale: 'fr' | 'en', counts: number[]) =>
  savedSearchNews('https://repere.test', locale, { name: 'Camille', searches: counts.map(search) })

test('somebody who answers two searches is one person, and text and page say the same', () => {
  const { subject, text, html } = write('fr', [1, 1])
  expect(subject).toBe('Une personne nouvelle pour vos recherches')
  expect(text.match(/coordinators\/personne-0$/gm)).toHaveLength(2)
  expect(html.match(/coordinators\/personne-0"/g)).toHaveLength(2)
  expect(html).not.toContain('<b>')
})

test('a long list ends by how many more there are, and every search has its own way out', () => {
  const { text, html } = write('en', [15])
  expect(text.match(/Nina/g)).toHaveLength(12)
  expect(text).toContain('and 3 more on the page')
  for (const said of [text, html]) {
    expect(said).toContain('https://repere.test/en/coordinators?region=FR-BRE')
    expect(said).toContain('https://repere.test/unsubscribe/search/abc')
  }
})
