import type { Account } from '@repere/api/client.ts'
import type { Navigation, NavigationLink } from '#lib/components/navigation.ts'
import * as m from '#lib/paraglide/messages.js'

type Role = Account['role'] | 'visitor'

const main: Record<Role, () => NavigationLink[]> = {
  visitor: () => [
    { href: '/coordinators', label: m.chrome_search() },
    { href: '/professions', label: m.chrome_professions() },
    { href: '/verify', label: m.verify_nav() },
  ],
  production: () => [
    { href: '/coordinators', label: m.chrome_search() },
    { href: '/projects', label: m.chrome_projects() },
    { href: '/professions', label: m.chrome_professions() },
    { href: '/verify', label: m.verify_nav() },
  ],
  coordinator: () => [
    { href: '/me', label: m.chrome_desk(), exact: true },
    { href: '/me/calendar', label: m.chrome_calendar() },
    { href: '/me/profile', label: m.chrome_profile() },
    { href: '/me/credentials', label: m.chrome_credentials() },
  ],
  registrar: () => [
    { href: '/registrar', label: m.desk_nav(), exact: true },
    { href: '/registrar/credentials', label: m.chrome_credentials() },
    { href: '/registrar/companies', label: m.chrome_companies() },
    { href: '/registrar/templates', label: m.desk_templates() },
    { href: '/registrar/catalogue', label: m.catalogue_nav() },
    { href: '/registrar/imports', label: m.imports_nav() },
    { href: '/registrar/reports', label: m.reports_nav() },
    { href: '/registrar/retention', label: m.retention_nav() },
    { href: '/registrar/audit', label: m.chrome_journal() },
  ],
}

const personal: Record<Role, () => NavigationLink[]> = {
  visitor: () => [],
  production: () => [
    { href: '/shortlist', label: m.compare_nav() },
    { href: '/company', label: m.chrome_company() },
    { href: '/bookings', label: m.chrome_bookings() },
    { href: '/account/searches', label: m.alerts_title() },
    { href: '/reports', label: m.reports_nav() },
    { href: '/account', label: m.chrome_account() },
  ],
  coordinator: () => [
    { href: '/bookings', label: m.chrome_bookings() },
    { href: '/me/blocks', label: m.reports_blocks_nav() },
    { href: '/reports', label: m.reports_nav() },
    { href: '/coordinators', label: m.chrome_search() },
    { href: '/account', label: m.chrome_account() },
  ],
  registrar: () => [
    { href: '/coordinators', label: m.chrome_search() },
    { href: '/registrar/exposure', label: m.order_exposure_nav() },
    { href: '/registrar/search', label: m.searchindex_nav() },
    { href: '/account', label: m.chrome_account() },
  ],
}

/** Named here, so that the scripts of a page do not carry the names of everybody's pages. */
export const navigationFor = (account: Account | null): Navigation => {
  const role = account?.role ?? 'visitor'
  return { main: main[role](), personal: personal[role]() }
}
