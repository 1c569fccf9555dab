import type { ChoiceField } from '@repere/api/client.ts'
import * as m from '#lib/paraglide/messages.js'

/** What a person decides the audience of, by the name its form gives it, and where it is filled in. */
export const fieldsOfChoice: Record<ChoiceField, { label: () => string; path: string }> = {
  pronouns: { label: m.listing_pronouns, path: '/me/profile/who' },
  bio: { label: m.profile_way, path: '/me/profile/who' },
  media: { label: m.listing_media, path: '/me/profile/where' },
  employmentForms: { label: m.listing_contracts, path: '/me/profile/where' },
  remotePrep: { label: m.depth_remote_prep, path: '/me/profile/where' },
  noticeDays: { label: m.listing_notice, path: '/me/profile/where' },
  rate: { label: m.listing_rate, path: '/me/profile/where' },
  daysOnSet: { label: m.listing_days_on_set, path: '/me/profile/credentials' },
  productionsCount: { label: m.listing_productions, path: '/me/profile/credentials' },
  workingSince: { label: m.depth_working_since, path: '/me/profile/credentials' },
  mobility: { label: m.depth_mobility, path: '/me/profile/practice' },
  countries: { label: m.depth_countries_legend, path: '/me/profile/practice' },
  workPermits: { label: m.depth_permits_field, path: '/me/profile/practice' },
  labels: { label: m.depth_labels, path: '/me/profile/practice' },
  tools: { label: m.depth_tools, path: '/me/profile/practice' },
  insured: { label: m.depth_insured_field, path: '/me/profile/practice' },
  firstAid: { label: m.depth_first_aid_field, path: '/me/profile/practice' },
  codeOfConduct: { label: m.depth_conduct, path: '/me/profile/practice' },
  credits: { label: m.depth_credits, path: '/me/profile/credits' },
  photo: { label: m.depth_photo, path: '/me/profile/photo' },
  mentoring: { label: m.depth_mentoring_field, path: '/me/profile/mentoring' },
}
