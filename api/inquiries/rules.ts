/** Where a thread stands, beside the last decision on what it is about. */
export interface ThreadMoments {
  /** The first question that neither an answer nor a decision has followed. */
  askedAt: Date | null
  answeredAt: Date | null
  decidedAt: Date | null
}

export type ThreadState = 'waits-for-owner' | 'answered' | 'closed'

/** A question waits until it is answered, or until a decision makes it moot. */
export const threadState = ({ askedAt, answeredAt, decidedAt }: ThreadMoments): ThreadState => {
  if (askedAt) return 'waits-for-owner'
  return answeredAt && (!decidedAt || decidedAt < answeredAt) ? 'answered' : 'closed'
}

/** Whether the owner may write: they were asked, and nothing was decided since. */
export const canAnswer = (moments: ThreadMoments): boolean => threadState(moments) !== 'closed'
