import type { Level } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Declared levels; “certified” is never one. */
export const levelNames: Labels<Level> = {
  fr: {
    'in-training': 'En formation',
    experienced: 'Expérience confirmée',
    assistant: 'Assistance',
    coordinator: 'Coordination',
    lead: 'Direction',
  },
  en: {
    'in-training': 'In training',
    experienced: 'Experienced',
    assistant: 'Assistant',
    coordinator: 'Coordinator',
    lead: 'Lead',
  },
}
