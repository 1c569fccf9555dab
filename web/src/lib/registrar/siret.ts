import { nbsp } from '#lib/dates/names.ts'

/** A SIRET in its usual groups, 732 829 320 00074; any other number as it is. */
export const groupSiret = (registration: string): string =>
  registration.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, ['$1', '$2', '$3', '$4'].join(nbsp))
