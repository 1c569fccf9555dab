import { readdirSync } from 'node:fs'

export type Reader = 'coordinator' | 'production' | 'registrar'

/** Whom a page is for; everybody else is sent to sign in, or told that it is not theirs. */
export interface PageRow {
  for: 'everyone' | 'signed-in' | readonly Reader[]
  /** Behind the `?`, where the page says more with it; `{slug}` and the like are of this world. */
  queries?: readonly string[]
}

const everyone: PageRow = { for: 'everyone' }
const coordinator: PageRow = { for: ['coordinator'] }
const production: PageRow = { for: ['production'] }
const registrar: PageRow = { for: ['registrar'] }

/** One row per page. A page without a row fails the first test of `page-canaries.spec.ts`. */
export const pageRows: Record<string, PageRow> = {
  '/': everyone,
  '/accessibility': everyone,
  '/account': { for: 'signed-in' },
  '/account/confirm': { for: 'signed-in' },
  '/account/data': { for: ['coordinator', 'production'] },
  '/account/erase': { for: ['coordinator', 'production'] },
  '/account/notifications': { for: 'signed-in' },
  '/account/searches': { for: 'signed-in' },
  '/account/searches/new': { for: 'signed-in', queries: ['region=FR-BRE'] },
  '/account/second-factor': { for: 'signed-in' },
  '/bookings': { for: ['coordinator', 'production'] },
  '/bookings/[id]': { for: 'signed-in' },
  '/bookings/[id]/deal-memo': { for: ['coordinator', 'production'] },
  '/claim/[token]': everyone,
  '/claim/[token]/stop': everyone,
  '/company': production,
  '/coordinators': { for: 'everyone', queries: ['', 'q=Solène', 'discipline=intimacy&region=FR-20R'] },
  '/coordinators/[slug]': everyone,
  '/coordinators/compare': { for: 'everyone', queries: ['', 'coordinator={slug}'] },
  '/dev/mail': everyone,
  '/forgot-password': everyone,
  '/how-results-are-ordered': everyone,
  '/legal/notice': everyone,
  '/legal/privacy': everyone,
  '/legal/terms': everyone,
  '/me': coordinator,
  '/me/blocks': coordinator,
  '/me/calendar': {
    for: ['coordinator'],
    queries: ['', 'view=year', 'view=list', 'view=list&as=production'],
  },
  '/me/calendar/feed': coordinator,
  '/me/calendar/import': coordinator,
  '/me/calendar/still-right': coordinator,
  '/me/credentials': coordinator,
  '/me/notifications': { for: 'signed-in' },
  '/me/profile/credentials': coordinator,
  '/me/profile/credits': coordinator,
  '/me/profile/days': coordinator,
  '/me/profile/mentoring': coordinator,
  '/me/profile/photo': coordinator,
  '/me/profile/practice': coordinator,
  '/me/profile/preview': coordinator,
  '/me/profile/publish': coordinator,
  '/me/profile/visibility': coordinator,
  '/me/profile/where': coordinator,
  '/me/profile/who': coordinator,
  '/professions': everyone,
  '/professions/[discipline]': everyone,
  '/projects': production,
  '/projects/[id]': production,
  '/projects/[id]/diligence': production,
  '/projects/[id]/edit': production,
  '/projects/[id]/request': { for: ['production'], queries: ['coordinator={slug}'] },
  '/projects/new': production,
  '/registrar': registrar,
  '/registrar/audit': registrar,
  '/registrar/catalogue': registrar,
  '/registrar/catalogue/[id]': registrar,
  '/registrar/catalogue/new': { for: ['registrar'], queries: ['list=credentials'] },
  '/registrar/companies': { for: ['registrar'], queries: ['', 'state=verified'] },
  '/registrar/companies/together': { for: ['registrar'], queries: ['id={company}'] },
  '/registrar/credentials': { for: ['registrar'], queries: ['', 'state=refused'] },
  '/registrar/credentials/together': { for: ['registrar'], queries: ['id={credential}'] },
  '/registrar/exposure': { for: ['registrar'], queries: ['', 'days=7'] },
  '/registrar/imports': registrar,
  '/registrar/imports/[id]': registrar,
  '/registrar/job-sheets': registrar,
  '/registrar/job-sheets/[discipline]': registrar,
  '/registrar/job-sheets/[discipline]/edit': registrar,
  '/registrar/processing': registrar,
  '/registrar/reports': { for: ['registrar'], queries: ['', 'state=decided&id={report}'] },
  '/registrar/retention': registrar,
  '/registrar/search': registrar,
  '/registrar/templates': registrar,
  '/registrar/templates/[id]': registrar,
  '/registrar/templates/new': registrar,
  '/reports': { for: ['coordinator', 'production'] },
  '/reports/new': { for: ['coordinator', 'production'], queries: ['coordinator={slug}'] },
  '/requests/new': production,
  '/reset-password': everyone,
  '/shortlist': production,
  '/sign-in': everyone,
  '/sign-in/code': everyone,
  '/sign-out': { for: 'signed-in' },
  '/sign-up': everyone,
  '/statements/[token]': everyone,
  '/styleguide': everyone,
  '/unsubscribe/[token]': everyone,
  '/unsubscribe/search/[token]': everyone,
  '/verify': everyone,
  '/verify-email': everyone,
  '/verify/[code]': everyone,
}

const routes = new URL('../src/routes/', import.meta.url)

/** Every page of the product, as its folders name it. */
export const pagesThatAre = (): string[] =>
  readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((path) => path === '+page.svelte' || path.endsWith('/+page.svelte'))
    .map((path) => `/${path.replace(/\/?\+page\.svelte$/, '')}`)
    .sort()

/** The page that a path leads to: one named outright goes before one with a part left open. */
export const pageAt = (path: string): string | undefined => {
  const french = path.replace(/^\/en(?=\/|$)/, '') || '/'
  const leadsTo = (page: string) => new RegExp(`^${page.replace(/\[\w+\]/g, '[^/]+')}$`).test(french)
  const openParts = (page: string) => page.split('[').length
  return Object.keys(pageRows)
    .filter(leadsTo)
    .sort((one, other) => openParts(one) - openParts(other))[0]
}
