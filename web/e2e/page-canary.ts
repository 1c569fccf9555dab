/** Who looks. Coordinator and production are the two parties of the booking. */
export type Viewer =
  | 'visitor'
  | 'coordinator'
  | 'otherCoordinator'
  | 'production'
  | 'otherProduction'
  | 'unverifiedProduction'
  | 'registrar'
  | 'halfSignedIn'

export interface PageCanary {
  column: string
  marker: string
  before: readonly Viewer[]
  /** Who besides once the request was accepted. */
  after?: readonly Viewer[]
  /** Pages where whoever gets in reads it: one holds its link, or has the desk that examines it. */
  at?: readonly string[]
}
