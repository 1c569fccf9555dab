/** A wording that another has replaced. */
export interface Past<Wording> {
  brief: Wording
  until: Date
}

/**
 * What somebody asked may read of a brief’s wordings: the one that stands, and those replaced since they were asked.
 * For what has ended, the one that stood at its end is the last.
 */
export const wordingsUntil = <Wording>(
  end: Date | null,
  past: readonly Past<Wording>[],
  brief: Wording,
): { brief: Wording; past: Past<Wording>[] } => {
  const later = end === null ? -1 : past.findIndex(({ until }) => until > end)
  const last = past[later]
  return last ? { brief: last.brief, past: past.slice(0, later) } : { brief, past: [...past] }
}
