import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { type MatchShape, matchesRoute } from './contract.ts'
import { explain } from './rules.ts'
import { type Matched, type MatchGroup, matchProject, type Needs } from './service.ts'

export const matchingRoutes = (deps: Deps) =>
  createRouter().openapi(matchesRoute, async (c) => {
    await deps.limits.spend('matching', [c.var.account.id])
    const { credentialState } = c.req.valid('query')
    const { matches, needs } = await matchProject(
      deps,
      c.var.account,
      c.req.valid('param').id,
      credentialState,
    )
    const { pair, shadows } = matches
    const one = (matched: Matched) => present(matched, needs)
    const group = ({ total, items }: MatchGroup) => ({ total, items: items.map(one) })
    return c.json(
      {
        days: matches.days,
        met: matches.met,
        all: group(matches.all),
        some: group(matches.some),
        pair: pair && {
          first: one(pair.first),
          second: one(pair.second),
          secondDays: pair.secondDays,
          covered: pair.covered,
        },
        shadows: shadows && { ...group(shadows), beside: one(shadows.beside) },
        without: matches.without,
      },
      200,
    )
  })

const present = ({ card, covers, inTraining, proof }: Matched, needs: Needs): MatchShape => ({
  slug: card.slug,
  displayName: card.displayName,
  titleForm: card.titleForm,
  calendarConfirmedOn: card.calendarConfirmedOn,
  asked: card.asked ?? [],
  covers,
  because: explain(
    {
      covers,
      inTraining,
      proof,
      regions: card.regions,
      languages: card.languages.map(({ code }) => code),
    },
    { regions: needs.regions, languages: needs.languages, of: needs.schedule.length },
  ),
})
