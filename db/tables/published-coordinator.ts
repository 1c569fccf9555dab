import { column, type Dictionary } from './dictionary.ts'

/** View: the people who are public now. The only rule of publicity. */
export interface PublishedCoordinatorTable {
  coordinatorId: string
}

export const publishedCoordinator: Dictionary<PublishedCoordinatorTable> = {
  coordinatorId: column('who', 'nobody', 'account'),
}
