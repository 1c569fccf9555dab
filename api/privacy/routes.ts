import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { readPrivacyRoute } from './contract.ts'
import { listConsents, listReveals } from './repository.ts'

export const privacyRoutes = (deps: Deps) =>
  createRouter().openapi(readPrivacyRoute, async (c) => {
    const { id } = c.var.account
    const [consents, reveals] = await Promise.all([listConsents(deps.db, id), listReveals(deps.db, id)])
    return c.json({ consents: consents.map(presentConsent), reveals: reveals.map(presentReveal) }, 200)
  })

const presentConsent = ({ id, kind, wording, givenAt, withdrawnAt }: Consent) => ({
  id,
  kind,
  wording,
  givenAt: givenAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})

const presentReveal = ({ at, bookingId, shownTo, days }: Reveal) => ({
  at: at.toISOString(),
  bookingId,
  shownTo,
  firstDay: days[0]?.from ?? '',
  lastDay: days.at(-1)?.to ?? '',
})

type Consent = Awaited<ReturnType<typeof listConsents>>[number]
type Reveal = Awaited<ReturnType<typeof listReveals>>[number]
