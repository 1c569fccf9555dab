import type { Medium } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Kinds of work, and types of project. */
export const mediumNames: Labels<Medium> = {
  fr: {
    feature: 'Long métrage',
    series: 'Série',
    'single-drama': 'Unitaire',
    short: 'Court métrage',
    documentary: 'Documentaire',
    entertainment: 'Flux, divertissement',
    commercial: 'Publicité',
    'music-video': 'Clip',
    'live-capture': 'Captation',
    theatre: 'Théâtre',
    opera: 'Opéra',
    dance: 'Danse',
    'game-vr': 'Jeu vidéo, réalité virtuelle',
    animation: 'Animation',
  },
  en: {
    feature: 'Feature film',
    series: 'Series',
    'single-drama': 'Single drama',
    short: 'Short film',
    documentary: 'Documentary',
    entertainment: 'Entertainment',
    commercial: 'Commercial',
    'music-video': 'Music video',
    'live-capture': 'Live capture',
    theatre: 'Theatre',
    opera: 'Opera',
    dance: 'Dance',
    'game-vr': 'Game, VR',
    animation: 'Animation',
  },
}
