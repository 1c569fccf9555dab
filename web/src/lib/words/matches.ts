import type { Locale, Match } from '@repere/api/client.ts'
import * as m from '#lib/paraglide/messages.js'
import { inRegion, languageName } from './places.ts'

type Proof = NonNullable<Match['because']['proof']>

const proofText = ({ certification, state }: Proof): string => {
  const said = {
    confirmed: [m.matching_why_confirmed, m.matching_why_certified],
    'document-seen': [m.matching_why_seen, m.matching_why_certification_seen],
    declared: [m.matching_why_declared, m.matching_why_certification_declared],
  } as const
  return said[state][certification ? 1 : 0]()
}

/** Why somebody is in a match: « Couvre 11 jours sur 12, certification confirmée par l’émetteur, travaille en Bretagne. » */
export function becauseText(because: Match['because'], locale: Locale): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const { days, of, proof, regions, languages } = because
  const parts = [
    of > 0 && days === of && m.matching_covers_all({ count: of }),
    of > 0 && days < of && m.matching_covers_some({ count: days, of }),
    because.inTraining && m.matching_why_training(),
    proof ? proofText(proof) : m.matching_why_unproven(),
    regions.length > 0 &&
      m.matching_why_works({ places: list.format(regions.map((code) => inRegion(code, locale))) }),
    because.remoteOnly && m.matching_why_remote(),
    languages.length > 0 &&
      m.matching_why_speaks({ languages: list.format(languages.map((code) => languageName(code, locale))) }),
  ].filter((part) => typeof part === 'string')
  const sentence = parts.join(', ')
  return `${sentence.charAt(0).toLocaleUpperCase(locale)}${sentence.slice(1)}.`
}
