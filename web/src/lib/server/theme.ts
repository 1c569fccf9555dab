import type { Cookies } from '@sveltejs/kit'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The theme a person chose; `auto` follows the system. */
export function themeOf(cookies: Cookies): Theme {
  const chosen = cookies.get('theme')
  return themes.find((theme) => theme === chosen) ?? 'auto'
}
