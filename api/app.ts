import { OpenAPIHono } from '@hono/zod-openapi'
import { timeout } from 'hono/timeout'
import { accountsRoutes } from './accounts/routes.ts'
import { availabilityRoutes } from './availability/routes.ts'
import { blocksRoutes } from './blocks/routes.ts'
import { bookingsRoutes } from './bookings/routes.ts'
import { calendarFilesRoutes, calendarsRoutes } from './calendars/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { companiesRoutes } from './companies/routes.ts'
import { completionsRoutes } from './completions/routes.ts'
import { credentialsRoutes } from './credentials/routes.ts'
import type { Deps } from './deps.ts'
import { discoveryRoutes } from './discovery/routes.ts'
import { documentsRoutes } from './documents/routes.ts'
import { erasureRoutes } from './erasure/routes.ts'
import { eventsRoutes } from './events/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { exportsRoutes } from './exports/routes.ts'
import { exposureRoutes } from './exposure/routes.ts'
import { healthRoutes } from './health/routes.ts'
import { readAddress } from './http/address.ts'
import { docsRoutes } from './http/docs.ts'
import { onError, onNotFound } from './http/errors.ts'
import { nameRequest, secureHeaders } from './http/headers.ts'
import { logRequests } from './http/log-requests.ts'
import { describeApi } from './http/openapi.ts'
import type { HttpEnv } from './http/router.ts'
import { refuseForged, requireOwnType } from './http/same-origin.ts'
import { identify } from './http/session.ts'
import { limitBody, refuseCrowdedForm } from './http/uploads.ts'
import { importsRoutes } from './imports/routes.ts'
import { inquiriesRoutes } from './inquiries/routes.ts'
import { invitationsRoutes } from './invitations/routes.ts'
import { jobSheetsRoutes } from './job-sheets/routes.ts'
import { mailRoutes } from './mail/routes.ts'
import { matchingRoutes } from './matching/routes.ts'
import { mentoringRoutes } from './mentoring/routes.ts'
import { notificationsRoutes } from './notifications/routes.ts'
import { photosRoutes } from './photos/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { processingRoutes } from './processing/routes.ts'
import { confirmedCreditsRoutes } from './profiles/confirmed-routes.ts'
import { creditsRoutes } from './profiles/credit-routes.ts'
import { profilesRoutes } from './profiles/routes.ts'
import { projectsRoutes } from './projects/routes.ts'
import { refereesRoutes } from './referees/routes.ts'
import { referenceRoutes } from './reference/routes.ts'
import { bulkRoutes } from './registrar/bulk-routes.ts'
import { registrarRoutes } from './registrar/routes.ts'
import { reportsRoutes } from './reports/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { savedSearchesRoutes } from './saved-searches/routes.ts'
import { searchIndexRoutes } from './search-index/routes.ts'
import { secondFactorsRoutes } from './second-factors/routes.ts'
import { sessionsRoutes } from './sessions/routes.ts'
import { shortlistRoutes } from './shortlist/routes.ts'
import { templatesRoutes } from './templates/routes.ts'
import { verificationsRoutes } from './verifications/routes.ts'

const handlerTimeoutMs = 8_000

/** The whole API, ready to answer: `createApp(deps).request('/api/health')`. One line per slice. */
export const createApp = (deps: Deps) => {
  const app = new OpenAPIHono<HttpEnv>()
  app.onError(onError(deps.log))
  app.notFound(onNotFound(app))
  app.use(nameRequest, readAddress, logRequests(deps.log), secureHeaders(deps))
  app.use('/api/*', timeout(handlerTimeoutMs))
  app.use('/calendars/*', timeout(handlerTimeoutMs))
  app.use('/api/*', limitBody)
  app.use('/api/*', refuseForged(deps.config), requireOwnType, identify(deps), refuseCrowdedForm)

  const routes = app
    .route('/api', healthRoutes(deps))
    .route('/api', sessionsRoutes(deps))
    .route('/api', secondFactorsRoutes(deps))
    .route('/api', accountsRoutes(deps))
    .route('/api', referenceRoutes(deps))
    .route('/api', discoveryRoutes(deps))
    .route('/api', mailRoutes(deps))
    .route('/api', profilesRoutes(deps))
    .route('/api', creditsRoutes(deps))
    .route('/api', confirmedCreditsRoutes(deps))
    .route('/api', mentoringRoutes(deps))
    .route('/api', photosRoutes(deps))
    .route('/api', credentialsRoutes(deps))
    .route('/api', verificationsRoutes(deps))
    .route('/api', evidenceRoutes(deps))
    .route('/api', availabilityRoutes(deps))
    .route('/api', calendarsRoutes(deps))
    .route('/api', companiesRoutes(deps))
    .route('/api', projectsRoutes(deps))
    .route('/api', matchingRoutes(deps))
    .route('/api', bookingsRoutes(deps))
    .route('/api', notificationsRoutes(deps))
    .route('/api', savedSearchesRoutes(deps))
    .route('/api', documentsRoutes(deps))
    .route('/api', completionsRoutes(deps))
    .route('/api', refereesRoutes(deps))
    .route('/api', registrarRoutes(deps))
    .route('/api', reportsRoutes(deps))
    .route('/api', blocksRoutes(deps))
    .route('/api', bulkRoutes(deps))
    .route('/api', eventsRoutes(deps))
    .route('/api', catalogueRoutes(deps))
    .route('/api', shortlistRoutes(deps))
    .route('/api', exposureRoutes(deps))
    .route('/api', searchIndexRoutes(deps))
    .route('/api', retentionRoutes(deps))
    .route('/api', processingRoutes())
    .route('/api', privacyRoutes(deps))
    .route('/api', exportsRoutes(deps))
    .route('/api', erasureRoutes(deps))
    .route('/api', templatesRoutes(deps))
    .route('/api', importsRoutes(deps))
    .route('/api', invitationsRoutes(deps))
    .route('/api', jobSheetsRoutes(deps))
    .route('/api', inquiriesRoutes(deps))
    .route('/', calendarFilesRoutes(deps))

  describeApi(routes)
  routes.route('/api', docsRoutes)
  return routes
}

export type App = ReturnType<typeof createApp>
