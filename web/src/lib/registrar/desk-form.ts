import type { RefusedForm } from '#lib/server/form.ts'

/**
 * What a desk's form shows again: after a refusal, after a template was taken into it without scripts, or before a
 * decision that hurts, to be read over.
 */
export type DeskFormState = RefusedForm & { step?: 'filled' | 'confirm' }

/** The template taken in: appended to one's own words, never over them. */
export const takeIn = (typed: string, template: string, before = ''): string =>
  typed === '' || typed === before || typed === template ? template : `${typed}\n${template}`
