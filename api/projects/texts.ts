import type { Sealer } from '@repere/db'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import { type Brief, EcoBrief, IntimacyBrief } from '../http/brief.ts'

/** The confidential words of a project. Null throughout once its key was destroyed. */
export interface ProjectTexts {
  title: string | null
  codeName: string | null
  brief: Brief | null
}

interface SealedTexts {
  discipline: Discipline
  titleSealed: Buffer
  codeNameSealed: Buffer | null
  briefSealed: Buffer
  wrapped: Buffer | null
}

const shapes = { intimacy: IntimacyBrief, 'eco-production': EcoBrief }

export const openTexts = (sealer: Sealer, row: SealedTexts): ProjectTexts => {
  if (!row.wrapped) return { title: null, codeName: null, brief: null }
  const seal = sealer.withKey(row.wrapped)
  return {
    title: seal.open(row.titleSealed),
    codeName: row.codeNameSealed && seal.open(row.codeNameSealed),
    brief: openBrief(sealer, row.wrapped, row.discipline, row.briefSealed),
  }
}

/** A brief, read through its shape: what was sealed before a field existed gets that field’s default. */
export const openBrief = (
  sealer: Sealer,
  wrapped: Buffer,
  discipline: Discipline,
  briefSealed: Buffer,
): Brief => shapes[discipline].parse(JSON.parse(sealer.withKey(wrapped).open(briefSealed)))

export const sealTexts = (
  sealer: Sealer,
  wrapped: Buffer,
  { title, codeName, brief }: { title: string; codeName: string | null; brief: Brief },
) => {
  const seal = sealer.withKey(wrapped)
  return {
    titleSealed: seal.seal(title),
    codeNameSealed: codeName === null ? null : seal.seal(codeName),
    briefSealed: seal.seal(JSON.stringify(brief)),
  }
}
