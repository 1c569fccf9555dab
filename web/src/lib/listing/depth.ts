import * as m from '#lib/paraglide/messages.js'

export const depthNames = ['practice', 'credits', 'photo', 'mentoring', 'visibility', 'preview'] as const

export type DepthName = (typeof depthNames)[number]

/** What a profile can say beyond the five steps: none of it is needed to publish. */
export const depthPages: Record<DepthName, { path: string; title: () => string }> = {
  practice: { path: '/me/profile/practice', title: () => m.depth_practice() },
  credits: { path: '/me/profile/credits', title: () => m.depth_credits() },
  photo: { path: '/me/profile/photo', title: () => m.depth_photo() },
  mentoring: { path: '/me/profile/mentoring', title: () => m.depth_mentoring() },
  visibility: { path: '/me/profile/visibility', title: () => m.depth_visibility() },
  preview: { path: '/me/profile/preview', title: () => m.depth_preview() },
}
