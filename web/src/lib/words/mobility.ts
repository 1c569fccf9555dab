import type { Mobility, WorkPermit } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** How a person gets to a set and stays there. */
export const mobilityNames: Labels<Mobility> = {
  fr: {
    'driving-licence': 'Permis de conduire',
    'own-vehicle': 'Véhicule personnel',
    'train-first': 'Le train plutôt que l’avion',
    'long-stays': 'Longs séjours loin de la région de départ',
    abroad: 'Tournages à l’étranger',
  },
  en: {
    'driving-licence': 'Driving licence',
    'own-vehicle': 'Own vehicle',
    'train-first': 'Trains rather than planes',
    'long-stays': 'Long stays away from the base region',
    abroad: 'Shoots abroad',
  },
}

/** Where a person may work without further formalities. */
export const workPermitNames: Labels<WorkPermit> = {
  fr: {
    'eu-eea': 'Union européenne et EEE',
    ch: 'Suisse',
    gb: 'Royaume-Uni',
    ca: 'Canada',
    us: 'États-Unis',
    au: 'Australie',
  },
  en: {
    'eu-eea': 'European Union and EEA',
    ch: 'Switzerland',
    gb: 'United Kingdom',
    ca: 'Canada',
    us: 'United States',
    au: 'Australia',
  },
}
