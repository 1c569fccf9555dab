import type { Booking } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** What stands in the way of a move, on the page before it is tried, and as the refusal of one that was. */
export const obstacleSentences: Labels<Booking['blockedMoves'][number]['because']> = {
  fr: {
    'dates-taken': 'Certains de ces jours viennent d’être confirmés ailleurs.',
    'days-held': 'Une autre production a une option avant celle-ci.',
    'not-first-option': 'Une autre option passe avant la vôtre sur certains jours.',
    'brief-not-described': 'Décrivez les scènes du projet avant de confirmer.',
    'challenge-open': 'Une option placée avant doit d’abord donner sa réponse.',
    'challenge-ahead': 'Une option placée avant ne peut pas être sollicitée pour le moment.',
    'challenge-too-late': 'Il ne reste pas assez de temps avant ces jours pour attendre une réponse.',
    'extension-limit': 'Cette option ne peut plus être prolongée.',
    'company-not-verified': 'Le registre doit d’abord vérifier votre société.',
    'company-suspended': 'La société est suspendue : cette action attend que le registre la rétablisse.',
  },
  en: {
    'dates-taken': 'Some of these days were just confirmed elsewhere.',
    'days-held': 'Another production holds an option before this one.',
    'not-first-option': 'Another option stands before yours on some days.',
    'brief-not-described': 'Describe the scenes of the project before confirming.',
    'challenge-open': 'An option placed before must give its answer first.',
    'challenge-ahead': 'An option placed before cannot be challenged at the moment.',
    'challenge-too-late': 'Too little time is left before these days to wait for an answer.',
    'extension-limit': 'This option cannot be extended any further.',
    'company-not-verified': 'The registry must verify your company first.',
    'company-suspended': 'The company is suspended: this waits until the registry restores it.',
  },
}
