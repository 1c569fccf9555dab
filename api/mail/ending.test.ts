import { locales } from '@repere/db/vocabulary/locale.ts'
import { describe, expect, test } from 'vitest'
import { credentialEnding } from './templates/credential-ending.ts'

const origin = 'https://repere.example'

describe.each(locales)('in %s', (locale) => {
  test.each(['2027-02-01', '2027-02-02', '2027-03-03'])(
    'the letter on 1 February of a credential that ends on %s',
    (endsOn) => {
      const letter = credentialEnding(origin, locale, {
        name: 'Registre <Bectu>',
        endsOn,
        today: '2027-02-01',
      })
      expect(`${letter.subject}\n\n${letter.text}`).toMatchSnapshot()
      expect(letter.html).toContain('Registre &lt;Bectu&gt;')
      expect(letter.html).not.toContain('<Bectu>')
    },
  )
})
