import type { Deps } from '../deps.ts'
import { listTrail, record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'

interface Made {
  reader: SignedIn
  document: 'deal-memo' | 'diligence'
  /** The booking or the project that it tells of. */
  about: string
  /** Everything it says that can change, in no language. */
  facts: unknown
}

/**
 * The number by which the registry finds a document again: a keyed hash of its facts, so that it says nothing by itself
 * and two papers that differ in a fact differ in it. The trail keeps, once, that a paper with these facts was made; of
 * which project or booking, it need not say.
 */
export const noteMaking = async (
  { db, sealer, clock }: Pick<Deps, 'db' | 'sealer' | 'clock'>,
  { reader, document, about, facts }: Made,
): Promise<string> => {
  const reference = asUuid(sealer.digest('document', JSON.stringify([document, about, facts])))
  const subject = { kind: 'document', id: reference }
  await db.transaction().execute(async (trx) => {
    const known = await listTrail(
      trx,
      { subjectKind: subject.kind, subjectId: reference },
      { page: 1, perPage: 1 },
    )
    if (known.total > 0) return
    await record(trx, {
      actor: { id: reader.id, role: reader.role },
      kind: 'document.made',
      subject,
      facts: { document },
      at: clock.now(),
    })
  })
  return reference
}

/** A hash in the form of an id, of the version that is free for such (8). */
const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
