import type { Matches, Project } from '@repere/api/client.ts'

/**
 * The address where a pair is asked, each for their own days: the first for what they cover and for the days that need
 * no free calendar, the second for what is left.
 */
export const askPairAt = (
  project: Pick<Project, 'id' | 'phases'>,
  { days, pair }: Pick<Matches, 'days' | 'pair'>,
  today: string,
): string | undefined => {
  if (!pair) return undefined
  const shared = project.phases
    .flatMap((phase) => phase.days)
    .filter((day) => day >= today && !days.includes(day))
  const asked = [
    [pair.first.slug, [...new Set([...pair.first.covers, ...shared])].sort()],
    [pair.second.slug, pair.secondDays],
  ] as const
  const query = new URLSearchParams(asked.map(([slug]) => ['coordinator', slug]))
  for (const [slug, own] of asked) query.set(`days.${slug}`, own.join(','))
  return `/projects/${project.id}/request?${query}`
}
