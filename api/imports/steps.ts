import type { RowProblem, Trx } from '@repere/db'
import type { ImportProblem } from '@repere/db/vocabulary/import.ts'
import { listKnownAddresses } from '../accounts/service.ts'
import { record } from '../events/service.ts'
import { digestAddress, findStandings, inviteAll, type Stand } from '../invitations/service.ts'
import {
  type ImportRecord,
  listNext,
  listSeenAddresses,
  moveImport,
  type Outcome,
  takeWorking,
  writeOutcomes,
} from './repository.ts'
import { judgeRow, type Listed } from './row-rules.ts'

const batch = { checking: 500, sending: 250 } as const

/**
 * Does what imports wait for, a batch at a time, each in a transaction of its own: a killed worker loses the batch it
 * was at, and the next one takes it up where it was. Returns when nothing waits.
 */
export const workImports = async (deps: Stand, signal?: AbortSignal): Promise<void> => {
  while (!signal?.aborted && (await workBatch(deps)));
}

const workBatch = (deps: Stand): Promise<boolean> =>
  deps.db.transaction().execute(async (trx) => {
    const list = await takeWorking(trx)
    if (!list) return false
    await (list.state === 'checking' ? checkBatch(deps, trx, list) : sendBatch(deps, trx, list))
    return true
  })

const checkBatch = async (deps: Stand, trx: Trx, list: ImportRecord): Promise<void> => {
  const rows = await openRows(deps, trx, list, 'waiting', batch.checking)
  if (rows.length === 0) return moveImport(trx, list.id, { state: 'checked', checkedAt: deps.clock.now() })
  const sound = rows.filter(({ problems }) => problems.length === 0)
  const hashes = sound.map(({ hash }) => hash)
  const seen = await listSeenAddresses(trx, list.id, hashes)
  const inTheWay = await findInTheWay(deps, trx, sound)
  const outcomes = rows.map(({ number, hash, listed, problems }): Outcome => {
    if (problems.length > 0) return { number, state: 'problem', problems, hash: null }
    const obstacle = inTheWay(hash, listed.email) ?? (seen.has(hash) ? 'duplicate-row' : undefined)
    if (obstacle) return skipped(number, obstacle)
    seen.add(hash)
    return { number, state: 'ready', problems: [], hash }
  })
  await writeOutcomes(trx, list.id, outcomes)
}

const sendBatch = async (deps: Stand, trx: Trx, list: ImportRecord): Promise<void> => {
  const rows = await openRows(deps, trx, list, 'ready', batch.sending)
  if (rows.length === 0) return endSending(deps, trx, list)
  // Somebody may have signed up, or asked for no mail, since the trial.
  const inTheWay = await findInTheWay(deps, trx, rows)
  const free = rows.filter(({ hash, listed }) => inTheWay(hash, listed.email) === undefined)
  const invited = await inviteAll(
    deps,
    trx,
    { importId: list.id, inviter: list.inviter, source: list.source, locale: list.locale },
    free.map(({ number, listed }) => ({ row: number, person: listed })),
  )
  const outcomes = rows.map(({ number, hash, listed }): Outcome => {
    if (invited.has(number)) return { number, state: 'invited', problems: [], hash }
    return skipped(number, inTheWay(hash, listed.email) ?? 'invited-already')
  })
  await writeOutcomes(trx, list.id, outcomes)
}

const endSending = async (deps: Stand, trx: Trx, list: ImportRecord): Promise<void> => {
  const now = deps.clock.now()
  await moveImport(trx, list.id, { state: 'done', endedAt: now })
  await record(trx, {
    actor: 'clock',
    kind: 'import.ended',
    subject: { kind: 'import', id: list.id },
    facts: { invited: list.invitedCount, problems: list.problemCount, skipped: list.skippedCount },
    at: now,
  })
}

interface OpenRow {
  number: number
  hash: string
  listed: Listed
  problems: RowProblem[]
}

const openRows = async (
  { sealer }: Stand,
  trx: Trx,
  list: ImportRecord,
  state: 'waiting' | 'ready',
  most: number,
): Promise<OpenRow[]> => {
  const seal = sealer.forPurpose('import')
  const rows = await listNext(trx, list.id, state, most)
  return rows.map(({ number, contentSealed }) => {
    const cells: string[] = contentSealed ? JSON.parse(seal.open(contentSealed)) : []
    const { listed, problems } = judgeRow(cells, list.mapping)
    return { number, listed, problems, hash: digestAddress(sealer, listed.email) }
  })
}

/** Why somebody with nothing wrong in their line is not written to. */
const findInTheWay = async ({ clock }: Stand, trx: Trx, rows: readonly OpenRow[]) => {
  const { refused, invited } = await findStandings(
    trx,
    rows.map(({ hash }) => hash),
    clock.now(),
  )
  const known = await listKnownAddresses(
    trx,
    rows.map(({ listed }) => listed.email),
  )
  return (hash: string, email: string): ImportProblem | undefined => {
    if (refused.has(hash)) return 'mail-refused'
    if (known.has(email)) return 'has-account'
    return invited.has(hash) ? 'invited-already' : undefined
  }
}

const skipped = (number: number, code: ImportProblem): Outcome => ({
  number,
  state: 'skipped',
  problems: [{ code }],
  hash: null,
})
