import type { Discipline, JobSheet, JobSheetInput, PublishedJobSheet } from '@repere/api/client.ts'
import { error, type RequestEvent } from '@sveltejs/kit'
import { apiFor } from '../api.ts'
import { problemOf, type Refusal } from './problem-of.ts'

/** A job sheet as it is published. */
export async function readSheet(event: RequestEvent, discipline: Discipline): Promise<PublishedJobSheet> {
  const answer = await apiFor(event).professions[':discipline'].$get({ param: { discipline } })
  if (answer.status === 200) return await answer.json()
  return error((await problemOf(answer)).status)
}

/** Publishes a sheet; what was refused, where it was. */
export async function publishSheet(
  event: RequestEvent,
  discipline: Discipline,
  json: { version: number; sheet: JobSheetInput },
): Promise<Refusal | undefined> {
  const sheets = apiFor(event).registrar['job-sheets'][':discipline']
  const answer = await sheets.$put({ param: { discipline }, json })
  return answer.ok ? undefined : await problemOf(answer)
}

/** How many sources still lack their address or the day they were read: a registrar's work to do. */
export const openSources = ({ sections }: JobSheet): number =>
  sections.flatMap(({ sources }) => sources).filter(({ url, readOn }) => url === null || readOn === null)
    .length
