import type { Texts } from './text.ts'

export const order: Texts = {
  fr: {
    title: 'Comment l’ordre est fait',
    lead: 'Les mêmes règles pour tout le monde, écrites ici. Rien ne s’achète, et aucune machine n’apprend à classer des personnes.',
    sections: [
      {
        title: 'Qui apparaît',
        paragraphs: [
          'Vos critères filtrent : métier, région où la personne accepte de travailler, langue, titre et degré de preuve, jours. Qui ne correspond pas n’apparaît pas ; les autres apparaissent toutes et tous.',
        ],
      },
      {
        title: 'Dans quel ordre',
        list: [
          'D’abord les jours : qui est libre le plus de jours demandés, quand vous acceptez une couverture partielle.',
          'Puis les mots, si vous en avez tapé : ceux du nom, du titre, de la présentation.',
          'Puis la preuve : un titre confirmé par son émetteur, un document vu par le registre, une déclaration.',
          'Puis la fraîcheur du calendrier : confirmé depuis 7 jours, depuis 21 jours, au-delà.',
          'Puis le profil : ce qu’il dit, en quatre paliers.',
          'À égalité, un tirage au sort qui change chaque jour. Il est le même pour toutes et tous ce jour-là, et un lien partagé garde son ordre.',
        ],
      },
      {
        title: 'Ce qui ne compte jamais',
        paragraphs: [
          'Le prix, la popularité, le nombre de réservations. L’âge, le genre, l’origine, la santé, l’orientation, l’appartenance syndicale, la photographie : ni filtre, ni tri, ni champ.',
        ],
      },
      {
        title: 'Pourquoi ce résultat',
        paragraphs: [
          'Chaque personne de la liste peut être dépliée : la page dit en mots pourquoi elle est là. Quand le moteur de recherche est arrêté, la base de données répond à sa place avec les mêmes critères, et la page le dit.',
        ],
      },
    ],
  },
  en: {
    title: 'How results are ordered',
    lead: 'The same rules for everyone, written here. Nothing can be bought, and no machine learns to rank people.',
    sections: [
      {
        title: 'Who appears',
        paragraphs: [
          'Your criteria filter: profession, region where the person agrees to work, language, credential and degree of proof, days. Whoever does not match does not appear; everyone else does.',
        ],
      },
      {
        title: 'In which order',
        list: [
          'First the days: who is free on most of the days asked for, when you accept partial coverage.',
          'Then the words, if you typed any: those of the name, the title, the presentation.',
          'Then proof: a credential confirmed by its issuer, a document seen by the registry, a declaration.',
          'Then how fresh the calendar is: confirmed within 7 days, within 21 days, longer ago.',
          'Then the profile: how much it says, in four steps.',
          'Equals are drawn by lot, anew each day. The draw is the same for everyone that day, and a shared link keeps its order.',
        ],
      },
      {
        title: 'What never counts',
        paragraphs: [
          'Price, popularity, the number of bookings. Age, gender, origin, health, orientation, union membership, photographs: no filter, no sort, no field.',
        ],
      },
      {
        title: 'Why this result',
        paragraphs: [
          'Each person in the list can be unfolded: the page says in words why they are there. When the search engine is down, the database answers in its place with the same criteria, and the page says so.',
        ],
      },
    ],
  },
}
