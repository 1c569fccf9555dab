import type { Texts } from './text.ts'

export const notice: Texts = {
  fr: {
    title: 'Mentions légales',
    lead: 'Repère est un logiciel que chacun peut installer. Les mentions de cette installation sont celles de son exploitant.',
    sections: [
      {
        title: 'Éditeur',
        paragraphs: [
          'Tant que rien n’est inscrit ici, cette installation est une démonstration : les personnes, les sociétés et les productions qu’elle montre sont inventées. Avant une ouverture au public, l’exploitant inscrit ici sa dénomination, son adresse, son numéro d’immatriculation, son courriel et le nom de la directrice ou du directeur de la publication.',
        ],
      },
      {
        title: 'Hébergement',
        paragraphs: [
          'Tout tient sur la machine de l’exploitant : pages, base de données, moteur de recherche, pièces déposées. Aucun service tiers n’est appelé par vos pages.',
        ],
      },
      {
        title: 'Caractères et carte',
        paragraphs: [
          'Newsreader et Instrument Sans, sous licence SIL Open Font. La carte des régions est dessinée par nous.',
        ],
      },
    ],
  },
  en: {
    title: 'Legal notice',
    lead: 'Repère is software that anyone can install. The notice of this installation is that of whoever runs it.',
    sections: [
      {
        title: 'Publisher',
        paragraphs: [
          'As long as nothing is written here, this installation is a demonstration: the people, companies and productions it shows are invented. Before opening to the public, whoever runs it writes here its name, address, registration number, e-mail, and the name of the person responsible for publication.',
        ],
      },
      {
        title: 'Hosting',
        paragraphs: [
          'Everything stands on the machine of whoever runs it: pages, database, search engine, documents. Your pages call no service of others.',
        ],
      },
      {
        title: 'Typefaces and map',
        paragraphs: [
          'Newsreader and Instrument Sans, under the SIL Open Font License. The map of the regions is drawn by us.',
        ],
      },
    ],
  },
}
