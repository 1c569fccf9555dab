import * as m from '#lib/paraglide/messages.js'

const names: Record<string, () => string> = { publication: m.rights_consent_publication }

/** What was agreed to, in words; by its code where it has none yet. */
export const consentNames = (kind: string): string => names[kind]?.() ?? kind
