import type { OwnProfile } from '@repere/api/client.ts'
import * as m from '#lib/paraglide/messages.js'

/** Where a profile stands towards the public, in words. */
export const sayState = ({ published, paused }: Pick<OwnProfile, 'published' | 'paused'>): string => {
  if (!published) return m.listing_state_draft()
  return paused ? m.listing_state_paused() : m.listing_state_published()
}
