import type { Locale, OwnCredential, Reference } from '@repere/api/client.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import type { News } from './news.ts'

/** Whether the registry waits for its owner: this one is something to do. */
export const isAsked = ({ thread }: OwnCredential): boolean =>
  thread?.open === true && thread.answeredAt === null

/** Whether the registry reads a document now. */
export const isBeingRead = (credential: OwnCredential): boolean =>
  credential.state === 'declared' &&
  !credential.refused &&
  Boolean(credential.evidence?.file) &&
  !isAsked(credential)

/** How the catalogue calls it, else its code. */
export const nameOfCredential = ({ code }: OwnCredential, reference: Reference, locale: Locale): string => {
  const found = reference.credentials.find((credential) => credential.code === code)
  return found ? (locale === 'fr' ? found.nameFr : found.nameEn) : code
}

/** Documents at the registry: nothing to do, and by when an answer is aimed at. */
export const newsOfCredentials = (
  credentials: readonly OwnCredential[],
  reference: Reference,
  locale: Locale,
): News[] =>
  credentials.filter(isBeingRead).map((credential) => ({
    key: credential.id,
    icon: 'document',
    text: m.news_document({ credential: nameOfCredential(credential, reference, locale) }),
    href: to('/me/credentials'),
    note: m.news_document_goal(),
  }))
