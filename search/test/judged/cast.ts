import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { LanguageCode } from '@repere/db/vocabulary/language.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import { type Chance, createChance, type Sketch, sketch } from '../cast.ts'
import { people } from './people.ts'

const firstNames = (
  'Adèle Aïcha Alice Alix Amélie Anaïs Antoine Arthur Baptiste Bérénice Camille Chloé Clément Damien Éléonore Élise Émile ' +
  'Fanny Félix Gaëlle Gaspard Hélène Hugo Inès Jeanne Joëlle Jules Karim Léa Loïc Lucie Maël Manon Nadia Nina Océane ' +
  'Paul Romane Samuel Sofia Théo Yann Zoé'
).split(' ')

/** Many of them a letter or two from somebody who is looked for. */
const lastNames = (
  'Kervoas Kerbrat Kermarec Loeven Leuvrais Delacour Delcroix Delacre Lefèbre Lefranc Gautherot Gaultier Martinet Martineau ' +
  'Marton Bernardin Bernier Durant Durieux Dumont Rousset Rousselle Nguema Moreaux Morel Benamar Benhamou Sanchez Saint-Aubin ' +
  'Saintonge Müllner Wojtyla Sorensen Nunes Ferrara Ferrand Ferreira Petitjean Pettit Boulanger Boulard Faure Fauré Leroux ' +
  'Legoffic Le Gall Lebrun Chevallier Chevrier Garnier Garner'
)
  .split(/ (?!Gall)/)
  .filter((name) => name !== '')

const skills: Record<Discipline, string[]> = {
  intimacy: [
    ...['nudity', 'simulated-sex', 'sexual-violence', 'minors-non-sexual', 'lgbtqia-stories', 'disability'],
    ...['stunts-fights', 'period-cultural', 'casting-support', 'group-scenes', 'body-doubles', 'stage-opera'],
  ],
  'eco-production': [
    ...['script-analysis', 'carbon-accounting', 'label-files', 'set-reuse', 'energy-generators'],
    ...['catering-waste', 'mobility-travel', 'costume-makeup', 'crew-training', 'suppliers'],
  ],
}

const titles: Record<Discipline, string[]> = {
  intimacy: ['coordinatrice d’intimité', 'coordinateur d’intimité', 'directrice d’intimité', ''],
  'eco-production': [
    'coordinatrice d’écoproduction',
    'éco-référent',
    'éco-manager',
    'responsable d’éco-production',
  ],
}

const credentials: Record<Discipline, string[]> = {
  intimacy: ['IC-CQP-FR', 'IC-IDC', 'IC-IPA', 'IC-IOS', 'SAFE-VHSS'],
  'eco-production': ['EC-ECOPROD-TR', 'EC-ALBERT-TR', 'SAFE-SST'],
}

const headlines: Record<Discipline, string[]> = {
  intimacy: [
    'Séries et longs métrages',
    'Préparer, chorégraphier, protéger',
    'Fiction et théâtre',
    'Sur les plateaux depuis 2019',
  ],
  'eco-production': [
    'Tournages sobres, équipes formées',
    'De la prépa au bilan',
    'Fiction, publicité, flux',
    'Plateaux bas carbone',
  ],
}

const regions: RegionCode[] = [
  ...([
    'FR-IDF',
    'FR-IDF',
    'FR-IDF',
    'FR-ARA',
    'FR-ARA',
    'FR-OCC',
    'FR-NAQ',
    'FR-PAC',
    'FR-PAC',
    'FR-BRE',
  ] as const),
  ...(['FR-GES', 'FR-HDF', 'FR-NOR', 'FR-PDL', 'FR-CVL', 'FR-BFC', 'BE-WAL', 'BE-BRU', 'CH', 'LU'] as const),
]
const languages: LanguageCode[] = ['fr', 'fr', 'fr', 'en', 'en', 'es', 'it', 'de', 'pt', 'ar']

const somebody = (chance: Chance, place: number): Sketch => {
  const discipline: Discipline = chance.odds(0.5) ? 'intimacy' : 'eco-production'
  const base = chance.pick(regions)
  return sketch({
    displayName: `${firstNames[place % firstNames.length]} ${lastNames[(place * 7) % lastNames.length]}`,
    disciplines: [discipline],
    titleForm: chance.pick(titles[discipline]),
    headlineFr: chance.odds(0.7) ? chance.pick(headlines[discipline]) : null,
    baseRegion: base,
    regions: [...new Set([base, ...chance.some(regions, 3)])],
    languages: [...new Set([...(['fr'] as const), ...chance.some(languages, 3)])],
    specialisms: chance.some(skills[discipline], 5),
    credentials: chance.some(credentials[discipline], 2).map((code) => ({
      code,
      decision: chance.pick(['document-seen', 'confirm', null]),
      validUntil: null,
      expiresOn: null,
    })),
  })
}

/** A profession as a registry may hold it: those who are looked for, and a crowd much like them. */
export const judgedCast = (): Sketch[] => {
  const chance = createChance(20_270_111)
  return [...people, ...Array.from({ length: 180 }, (_, place) => somebody(chance, place))]
}
