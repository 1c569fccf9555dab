import type { Sealer } from '@repere/db'
import { z } from 'zod'
import type { Credit } from './credit-rules.ts'

type Texts = Pick<Credit, 'title' | 'production' | 'link'>

interface KeptTexts {
  title: string | null
  production: string | null
  link: string | null
  sealed: Buffer | null
}

const shape = z.strictObject({
  title: z.string(),
  production: z.string().nullable(),
  link: z.string().nullable(),
})

const sealOf = (sealer: Sealer) => sealer.forPurpose('credit')

/** How the words of a credit are kept: in clear, or sealed as one while silence lies on them. */
export const keepTexts = (sealer: Sealer, { title, production, link }: Texts, silent: boolean): KeptTexts =>
  silent
    ? {
        title: null,
        production: null,
        link: null,
        sealed: sealOf(sealer).seal(JSON.stringify({ title, production, link })),
      }
    : { title, production, link, sealed: null }

export const openTexts = (sealer: Sealer, { sealed, title, production, link }: KeptTexts): Texts =>
  sealed ? shape.parse(JSON.parse(sealOf(sealer).open(sealed))) : { title: title ?? '', production, link }
