import type { Generated } from 'kysely'
import type { Delivery, NoticeKind } from '../vocabulary/notice.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What somebody is told, as their page lists it. */
export interface NotificationTable {
  id: Generated<string>
  accountId: string
  kind: NoticeKind
  path: string
  contentSealed: Buffer
  delivery: Delivery
  createdAt: Date
  readAt: Date | null
  digestedAt: Date | null
}

export const notification: Dictionary<NotificationTable> = {
  id: column('opaque identity', 'nobody', 'notice'),
  accountId: column('whose', 'nobody', 'notice'),
  kind: column('what it is about', 'owner', 'notice', 'mine'),
  path: column('the page it opens', 'owner', 'notice', 'mine'),
  contentSealed: column('what somebody is told, in both languages', 'owner', 'notice', 'mine'),
  delivery: column('by mail at once, in the morning, or on the page alone', 'owner', 'notice', 'mine'),
  createdAt: column('when', 'owner', 'notice', 'mine'),
  readAt: column('when its person saw it', 'owner', 'notice', 'mine'),
  digestedAt: column('in which morning’s mail it was', 'nobody', 'notice'),
}
