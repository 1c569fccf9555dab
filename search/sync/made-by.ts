import { createHash } from 'node:crypto'
import { skillsAlsoCalled } from '../coordinators/also-called.ts'
import { closedNames } from '../coordinators/lexicon.ts'
import { settings } from '../meilisearch/settings.ts'

/** Raised whenever documents are made otherwise from the same rows. */
const shape = 1

/**
 * What documents and settings are made by in this release, in short: an index that another release filled is filled
 * anew, beside the one that answers.
 */
export const madeBy = (): string =>
  createHash('sha1')
    .update(JSON.stringify([shape, settings, closedNames(), skillsAlsoCalled]))
    .digest('base64url')
