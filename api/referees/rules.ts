import type { RefereeAudience, RefereeState } from '@repere/db/vocabulary/completion.ts'

/** What a production answers when it is asked to be a referee, or after it was; undefined where nothing would change. */
export const answerTo = (state: RefereeState, consent: boolean): RefereeState | undefined => {
  if (consent) return state === 'agreed' ? undefined : 'agreed'
  if (state === 'asked') return 'refused'
  return state === 'agreed' ? 'withdrawn' : undefined
}

/** Through whose eyes a production reads a profile. */
export type Reader = 'verified-production' | 'after-acceptance'

/** Whether a production that reads a profile is told that a referee can be asked. */
export const isToldTo = (reader: Reader, audience: RefereeAudience): boolean =>
  audience === 'verified-productions' || (audience === 'after-acceptance' && reader === 'after-acceptance')
