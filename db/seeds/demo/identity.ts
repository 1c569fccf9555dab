import { createHash } from 'node:crypto'

/** The same id for the same name at every seeding, so that tests and links may count on it. */
export const demoId = (name: string): string => {
  const hex = createHash('sha256').update(`repere demo ${name}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

export const coordinatorIdOf = (name: string): string => demoId(`coordinator ${name}`)

export const companyIdOf = (name: string): string => demoId(`company ${name}`)

/** A name as part of an address: `Solène d’Arvigny` → `solene-d-arvigny`. */
export const toSlug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export const demoEmail = (login: string): string => `${login}@demo.test`
