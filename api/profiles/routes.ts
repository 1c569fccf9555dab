import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  getProfileRoute,
  indexedRoute,
  pauseRoute,
  previewRoute,
  publishRoute,
  putProfileRoute,
  resumeRoute,
  unpublishRoute,
} from './contract.ts'
import { progressRoute } from './progress-contract.ts'
import { readProgress } from './progress-service.ts'
import { listIndexed, type OwnProfile } from './repository.ts'
import { toCompleteness } from './rules.ts'
import {
  changePause,
  presentProfile,
  publish,
  readOwnProfile,
  saveProfile,
  toJudged,
  unpublish,
} from './service.ts'
import type { OwnProfileShape } from './shapes-contract.ts'
import { isProvisional } from './slug-rules.ts'
import { allAudiences } from './viewer-rules.ts'

export const profilesRoutes = (deps: Deps) =>
  createRouter()
    .openapi(getProfileRoute, async (c) => c.json(presentOwn(await readOwnProfile(deps, c.var.account)), 200))
    .openapi(putProfileRoute, async (c) =>
      c.json(presentOwn(await saveProfile(deps, c.var.account, c.req.valid('json'))), 200),
    )
    .openapi(previewRoute, async (c) =>
      c.json(presentProfile(await readOwnProfile(deps, c.var.account), c.req.valid('query').as), 200),
    )
    .openapi(progressRoute, async (c) => c.json({ items: await readProgress(deps, c.var.account) }, 200))
    .openapi(indexedRoute, async (c) => {
      c.header('cache-control', 'public, max-age=300')
      const items = await listIndexed(deps.db)
      return c.json(
        { items: items.map(({ slug, updatedAt }) => ({ slug, updatedAt: updatedAt.toISOString() })) },
        200,
      )
    })
    .openapi(publishRoute, async (c) => c.json(presentOwn(await publish(deps, c.var.account)), 200))
    .openapi(unpublishRoute, async (c) => c.json(presentOwn(await unpublish(deps, c.var.account)), 200))
    .openapi(pauseRoute, async (c) =>
      c.json(
        presentOwn(await changePause(deps, c.var.account, { until: c.req.valid('json').until ?? null })),
        200,
      ),
    )
    .openapi(resumeRoute, async (c) => c.json(presentOwn(await changePause(deps, c.var.account, null)), 200))

/** All of it, for its owner's eyes; a provisional slug is none. */
const presentOwn = (profile: OwnProfile): OwnProfileShape => ({
  slug: isProvisional(profile.slug) ? null : profile.slug,
  displayName: profile.displayName,
  disciplines: profile.disciplines,
  titleForm: profile.titleForm,
  pronouns: profile.pronouns,
  levels: profile.levels,
  headline: profile.headline,
  bio: profile.bio,
  baseRegion: profile.baseRegion,
  regions: profile.regions,
  languages: profile.languages,
  specialisms: profile.specialisms,
  media: profile.media,
  employmentForms: profile.employmentForms,
  remotePrep: profile.remotePrep,
  noticeDays: profile.noticeDays,
  mentoring: profile.mentoring,
  daysOnSet: profile.daysOnSet,
  productionsCount: profile.productionsCount,
  workingSince: profile.workingSince,
  rate: profile.rate,
  mobility: profile.mobility,
  countries: profile.countries,
  workPermits: profile.workPermits,
  labels: profile.labels,
  tools: profile.tools,
  insured: profile.insured,
  firstAid: profile.firstAid,
  codeOfConduct: profile.codeOfConduct,
  legalName: profile.legalName,
  phone: profile.phone,
  photo: profile.photo,
  email: profile.email,
  emailVerified: profile.emailVerified,
  timeZone: profile.timeZone,
  daysVisibility: profile.daysVisibility,
  visibility: allAudiences(profile.visibility),
  indexingAllowed: profile.indexingAllowed,
  published: profile.publishedAt !== null,
  publishedAt: profile.publishedAt?.toISOString() ?? null,
  paused: profile.paused,
  pausedAt: profile.pausedAt?.toISOString() ?? null,
  pausedUntil: profile.pausedUntil,
  updatedAt: profile.updatedAt.toISOString(),
  completeness: toCompleteness(toJudged(profile)),
})
