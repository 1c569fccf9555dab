/** Kinds of work: what a project is, and the media a person knows. */
export const media = [
  'feature',
  'series',
  'single-drama',
  'short',
  'documentary',
  'entertainment',
  'commercial',
  'music-video',
  'live-capture',
  'theatre',
  'opera',
  'dance',
  'game-vr',
  'animation',
] as const

export type Medium = (typeof media)[number]

/** A project's type is one of the media. */
export const projectTypes = media

export type ProjectType = Medium
