import type { Locale, Reference } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '../api.ts'

/** How long the catalogue is trusted without asking again: a registrar's change shows after that. */
const trustedMs = 5_000

let kept: { reference: Reference; readAt: number } | undefined

/** The words of the registry. The same for everybody, hence the one thing kept between requests. */
export async function readReference(event: RequestEvent, now = Date.now()): Promise<Reference> {
  if (kept && now - kept.readAt < trustedMs) return kept.reference
  const response = await apiFor(event).reference.$get()
  if (response.status !== 200) {
    if (kept) return kept.reference
    throw new Error(`the catalogue answered ${response.status}`)
  }
  kept = { reference: await response.json(), readAt: now }
  return kept.reference
}

/** Reads the catalogue anew at the next page: a registrar just changed it. */
export const forgetReference = (): void => {
  kept = undefined
}

/** Names of credentials, skills, labels and tools in one language, by code: what a page needs of the catalogue. */
export const namesIn = (reference: Reference, locale: Locale) => {
  const name = locale === 'fr' ? 'nameFr' : 'nameEn'
  const named = (entries: readonly { code: string; nameFr: string; nameEn: string }[]) =>
    Object.fromEntries(entries.map((entry) => [entry.code, entry[name]]))
  return {
    credentials: named(reference.credentials),
    specialisms: named(reference.specialisms),
    labels: named(reference.labels),
    tools: named(reference.tools),
  }
}

export type CatalogueNames = ReturnType<typeof namesIn>
