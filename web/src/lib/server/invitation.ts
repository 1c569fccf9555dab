import type { Invitation } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '../api.ts'
import { bodyOf } from './answer.ts'

/** The invitation behind a mailed link; null when the link stands for nothing (any more). */
export async function readInvitation(event: RequestEvent, token: string): Promise<Invitation | null> {
  const response = await apiFor(event).invitations[':token'].$get({ param: { token } })
  return response.status === 404 ? null : bodyOf(response)
}
