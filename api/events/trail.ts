import type { Deps } from '../deps.ts'
import { writeCsv } from '../http/csv.ts'
import type { SignedIn } from '../http/router.ts'
import { countAfter, listEvents, mostCounted, type TrailFilter, type TrailPlace } from './repository.ts'
import { findHead } from './seal-repository.ts'
import { record } from './service.ts'

/** A page of the trail for a registrar's eyes, and how far it is sealed. */
export const readTrail = async ({ db }: Pick<Deps, 'db'>, filter: TrailFilter, place: TrailPlace) => {
  const { total, items, next } = await listEvents(db, filter, place)
  const through = (await findHead(db))?.eventId ?? null
  const waiting = await countAfter(db, through ?? 0)
  const lines = items.map((line) => ({ ...line, sealed: through !== null && line.id <= through }))
  return { total, items: lines, next, seals: { through, waiting } }
}

const columns = ['id', 'at', 'kind', 'actorRole', 'actorId', 'subjectKind', 'subjectId', 'facts'] as const

/** The lines that match as CSV. Taking a copy is itself kept in the trail, with what was asked for. */
export const exportTrail = (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  registrar: SignedIn,
  filter: TrailFilter,
): Promise<string> =>
  db.transaction().execute(async (trx) => {
    const { items } = await listEvents(trx, filter, { page: 1, perPage: mostCounted })
    await record(trx, {
      actor: { id: registrar.id, role: 'registrar' },
      kind: 'trail.exported',
      subject: { kind: 'account', id: registrar.id },
      facts: {
        lines: items.length,
        filters: Object.keys(filter)
          .filter((key) => key in filter)
          .sort(),
      },
      at: clock.now(),
    })
    const rows = items.map((line) =>
      columns.map((name) => {
        if (name === 'at') return line.at.toISOString()
        return name === 'facts' ? JSON.stringify(line.facts) : line[name]
      }),
    )
    return writeCsv([columns, ...rows])
  })
