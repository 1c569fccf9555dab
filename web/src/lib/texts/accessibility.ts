import type { Texts } from './text.ts'

export const accessibility: Texts = {
  fr: {
    title: 'Accessibilité',
    lead: 'Repère vise le RGAA 4.1 et les WCAG 2.2, niveau AA. Cette page dit ce qui est vérifié, et ce qui ne l’est pas encore.',
    sections: [
      {
        title: 'État',
        paragraphs: [
          'Aucun audit par un tiers n’a encore eu lieu : la conformité n’est donc pas déclarée. Des contrôles automatiques passent à chaque changement, sur chaque page, dans les deux langues et les deux apparences.',
        ],
      },
      {
        title: 'Ce qui est prévu pour vous',
        list: [
          'Toutes les pages se parcourent au clavier ; le focus se voit et n’est jamais caché.',
          'Tout fonctionne sans JavaScript : chercher, s’inscrire, demander, répondre.',
          'Une date se tape toujours ; la grille de mois est un complément, avec les flèches du clavier.',
          'Aucun état n’est dit par la couleur seule : un signe et des mots l’accompagnent.',
          'Les pages tiennent à 320 pixels de large et à 200 % de zoom.',
          'Apparence claire, sombre ou celle du système, au pied de chaque page.',
        ],
      },
      {
        title: 'Signaler un obstacle',
        paragraphs: [
          'Écrivez à l’exploitant, à l’adresse des mentions légales : dites la page, ce que vous vouliez faire et l’outil dont vous vous servez. Sans réponse, vous pouvez saisir le Défenseur des droits.',
        ],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    lead: 'Repère aims at RGAA 4.1 and WCAG 2.2, level AA. This page says what is checked, and what is not yet.',
    sections: [
      {
        title: 'Where we stand',
        paragraphs: [
          'No audit by others has taken place yet, so conformance is not claimed. Automatic checks run with every change, on every page, in both languages and both appearances.',
        ],
      },
      {
        title: 'What is there for you',
        list: [
          'All pages can be used by keyboard; the focus is visible and never hidden.',
          'Everything works without JavaScript: searching, signing up, asking, answering.',
          'A date can always be typed; the grid of a month comes in addition, with arrow keys.',
          'No state is told by colour alone: a sign and words go with it.',
          'Pages fit 320 pixels of width and 200% of zoom.',
          'Light, dark or the system’s appearance, at the foot of each page.',
        ],
      },
      {
        title: 'Reporting an obstacle',
        paragraphs: [
          'Write to whoever runs this site, at the address of the legal notice: say which page, what you wanted to do and which tool you use. Without an answer you may turn to the French Défenseur des droits.',
        ],
      },
    ],
  },
}
