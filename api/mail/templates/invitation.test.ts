import { locales } from '@repere/db/vocabulary/locale.ts'
import { expect, test } from 'vitest'
import { describeListed } from './described-listed.ts'
import { invitation } from './invitation.ts'

const facts = {
  token: 'jeton-de-test',
  name: 'Zoé d’Essai',
  email: 'zoe@example.test',
  inviter: 'L’Association fictive',
  source: 'Annuaire 2026',
  openUntil: new Date('2027-03-03T09:00:00Z'),
  deletedOn: new Date('2027-04-02T09:00:00Z'),
}

const listed = {
  disciplines: ['intimacy', 'eco-production'],
  regions: ['FR-BRE', 'CH'],
  title: '',
  headline: 'Fiction <et> série',
} as const

test.each(locales)(
  'an invitation says who writes, what is held and from where, until when, and how to end it (%s)',
  (locale) => {
    const letter = invitation('https://repere.test', locale, {
      ...facts,
      held: describeListed(locale, listed),
    })
    expect(`${letter.subject}\n\n${letter.text}`).toMatchSnapshot()
    for (const said of [facts.inviter, facts.source, facts.name, facts.email, '/claim/jeton-de-test/stop'])
      expect(letter.text).toContain(said)
    expect(letter.html).toContain('Fiction &lt;et&gt; série')
  },
)

test('what a list does not say is not made up', () => {
  expect(describeListed('fr', { disciplines: [], regions: [], title: '', headline: '' })).toEqual([])
})
