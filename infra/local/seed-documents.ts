import { createHash } from 'node:crypto'
import { storeFile } from '@repere/api/files/service.ts'
import type { Db, Sealer } from '@repere/db'
import { drawCertificate } from './demo-certificate.ts'

type DocumentsOptions = { now: Date; sealer: Sealer; uploadsDir: string }

/**
 * The documents that people of the demo sent for what waits at the registrar's desk. One in four sent none, so that
 * both kinds can be seen.
 */
export async function seedDocuments(db: Db, { now, sealer, uploadsDir }: DocumentsOptions): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const waiting = await trx
      .selectFrom('credentialStanding as standing')
      .innerJoin('credential', 'credential.id', 'standing.credentialId')
      .innerJoin('credentialType as type', 'type.code', 'standing.code')
      .innerJoin('coordinator', 'coordinator.id', 'standing.coordinatorId')
      .select(['credential.id', 'credential.number', 'credential.issuedOn', 'credential.declaredAt'])
      .select(['type.nameFr', 'type.issuer', 'coordinator.displayName', 'coordinator.accountId'])
      .where('standing.standing', '=', 'declared')
      .where('standing.refused', '=', false)
      .orderBy('credential.declaredAt')
      .execute()
    for (const [index, one] of waiting.entries()) {
      if (index % 4 === 3 || !one.accountId) continue
      const bytes = drawCertificate({
        holder: one.displayName,
        title: one.nameFr,
        issuer: one.issuer,
        issuedOn: inWords(one.issuedOn),
        number: one.number,
      })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const file = { bytes, mediaType: 'application/pdf', name: 'attestation.pdf', sha256 } as const
      const fileId = await storeFile(
        { sealer, config: { uploadsDir } },
        trx,
        { ...file, accountId: one.accountId },
        now,
      )
      await trx
        .insertInto('credentialEvidence')
        .values({ credentialId: one.id, fileId, sha256, uploadedAt: one.declaredAt })
        .execute()
    }
  })
}

const inWords = (day: string | null): string =>
  day === null
    ? 'à une date non précisée'
    : `le ${new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )}`
