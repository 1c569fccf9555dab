import type { LanguageCode } from '../../vocabulary/language.ts'
import type { RegionCode } from '../../vocabulary/region.ts'

/** Names put together by chance: nobody in particular. */
export const firstNames =
  'Adèle Agathe Alban Alma Ambre Anatole Anouk Arsène Aya Basile Bérénice Brune Camille Céleste Cyprien Daphné Diane Édith Eliott Élise Elio Enora Esther Eulalie Fantine Farid Félix Gaspard Hélène Hippolyte Ilyès Inaya Irène Isaure Jade Joachim Judith Jules Kenza Lazare Léna Léon Liv Lucien Maëlys Mahaut Malik Marin Mathilde Mayeul Milo Moussa Nadir Naël Nina Noé Octave Odile Ondine Oscar Paloma Pauline Rachel Rania Raphaël Rosalie Roxane Sacha Salomé Samir Sarah Siham Sixtine Solal Suzanne Tancrède Théa Timéo Ulysse Valentine Victor Violette Yasmine Yvain Zélie Zoé'.split(
    ' ',
  )

const beginnings =
  'Alb Bar Bel Bois Bruy Cast Chan Clair Cour Dar Ferr Font Garr Grand Haut Jonc Lam Land Mar Mire Mont Mor Noir Orm Pins Roch Ros Sab Sauv Tour Val Vern Vign Ys'.split(
    ' ',
  )
const endings =
  'acier ambray amont andier archais aubert azeau bourg bresac colin court dieu doux ellier encourt erolles esnay gault ières igny landes mareuil nac onville orel oux quin rac sault tel vaux verger viel zac'.split(
    ' ',
  )

/** Some 1,200 invented surnames. */
export const lastNames = beginnings.flatMap((beginning) => endings.map((ending) => `${beginning}${ending}`))

/** How people are spread: the capital first, as in the trade. */
export const regionWeights: Partial<Record<RegionCode, number>> = {
  'FR-IDF': 380,
  'FR-ARA': 70,
  'FR-PAC': 80,
  'FR-OCC': 70,
  'FR-NAQ': 65,
  'FR-BRE': 60,
  'FR-PDL': 40,
  'FR-HDF': 45,
  'FR-GES': 35,
  'FR-NOR': 30,
  'FR-CVL': 15,
  'FR-BFC': 15,
  'FR-20R': 10,
  'FR-971': 6,
  'FR-972': 6,
  'FR-973': 5,
  'FR-974': 8,
  'FR-976': 5,
  'BE-BRU': 20,
  'BE-WAL': 12,
  CH: 14,
  LU: 6,
  GB: 15,
  DE: 8,
  'CA-QC': 10,
  ES: 5,
  IT: 5,
}

/** Share of people who work in a language beside French. */
export const languageShares: Partial<Record<LanguageCode, number>> = {
  en: 0.78,
  es: 0.18,
  de: 0.09,
  it: 0.09,
  ar: 0.06,
  pt: 0.04,
  nl: 0.03,
  lsf: 0.03,
  br: 0.01,
}
