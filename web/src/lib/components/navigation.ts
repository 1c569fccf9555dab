export interface NavigationLink {
  href: string
  label: string
  /** Current on this path only, not below it. */
  exact?: boolean
}

/** The pages that somebody is led to, as the server names them. */
export interface Navigation {
  main: NavigationLink[]
  personal: NavigationLink[]
}

/** Whether a link leads to the page being read, or to one above it. */
export const isCurrent = (link: NavigationLink, path: string): boolean =>
  path === link.href || (!link.exact && path.startsWith(`${link.href}/`))
