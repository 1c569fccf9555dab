import type { IconName } from '#lib/components/icon-paths.ts'

/** Something a coordinator may want to know; nothing of it waits for an answer. */
export interface News {
  key: string
  icon: IconName
  text: string
  href: string
  /** When it happened; what lasts has no moment. */
  at?: string
  /** In the place of a moment. */
  note?: string
  /** What to do with it, where reading is the point. */
  link?: string
}
