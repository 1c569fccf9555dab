import type { Texts } from './text.ts'

export const order: Texts = {
  fr: {
    title: 'Comment l’ordre est fait',
    lead: 'Les mêmes règles pour tout le monde, écrites ici en entier. Rien ne s’achète, et aucune machine n’apprend à classer des personnes.',
    sections: [
      {
        title: 'Qui apparaît',
        paragraphs: [
          'Vos critères filtrent : métier, région où la personne accepte de travailler, langue, compétence, titre et degré de preuve, jours. Qui ne correspond pas n’apparaît pas ; toutes les autres personnes publiées apparaissent, sans exception et sans limite de nombre.',
          'Quand vous demandez des jours, les personnes en pause n’apparaissent pas. Certaines ne montrent leurs jours qu’aux productions vérifiées : pour les autres, ces jours se lisent « inconnu ».',
        ],
      },
      {
        title: 'Dans quel ordre',
        paragraphs: [
          'Chaque règle ne départage que les personnes que la précédente laisse à égalité. Aucune note n’est calculée, rien ne se compense.',
        ],
        steps: [
          'Les jours, quand vous acceptez une couverture partielle : qui est libre le plus de jours demandés vient d’abord. C’est la question posée.',
          'Les mots, si vous en avez tapé : d’abord sans faute de frappe, puis dans un même texte plutôt que dans plusieurs, puis selon l’endroit (nom, métier, accroche, lieux, compétences, titres, présentation), puis le mot entier avant son début.',
          'La preuve, d’après le meilleur titre en vigueur : confirmé par son émetteur, puis document vu par le registre, puis déclaré ou aucun. Une preuve engage quelqu’un d’autre que la personne.',
          'La fraîcheur du calendrier, en quatre paliers : confirmé depuis 7 jours au plus, 21 au plus, 44 au plus, plus ancien ou jamais. Un calendrier récent évite une demande vaine.',
          'Le profil, en quatre paliers, selon ce qui est rempli parmi six éléments : accroche, présentation, région de base, langues, compétences, titre en vigueur. Six, puis cinq, puis trois ou quatre, puis moins.',
          'À égalité, un tirage au sort. Il change chaque jour à minuit, heure universelle, et il est le même pour tout le monde ce jour-là.',
        ],
      },
      {
        title: 'Le tirage au sort',
        paragraphs: [
          'Il ne dépend que de la date et d’un numéro technique donné à la personne : ni le nom, ni l’ancienneté, ni qui cherche n’y entrent. Sur douze mille tirages simulés entre soixante personnes à égalité, chacune obtient l’une des trois premières places à moins de 20 % de sa juste part ; un essai automatique le vérifie à chaque version.',
          'Chaque lien d’une page à l’autre contient la date du tirage : personne n’est répété ni oublié, et un tel lien garde son ordre, qui que ce soit qui l’ouvre et quel que soit le jour. Sans cette date, une adresse montre l’ordre du jour où on l’ouvre, le même pour tout le monde. Seul un profil ou un calendrier modifié entre-temps peut changer de place.',
          'Le tirage porte sur les 1 000 premières personnes. Au-delà, l’ordre des égalités est fixe ; précisez alors votre recherche.',
        ],
      },
      {
        title: 'Les deux autres classements',
        paragraphs: [
          '« Nom » suit l’ordre alphabétique français. « Calendrier récent » met d’abord le calendrier confirmé le plus récemment, avec le tirage au sort entre calendriers du même jour. Les autres règles n’y jouent pas.',
        ],
      },
      {
        title: 'Ce qui ne compte jamais',
        paragraphs: [
          'L’argent : ni abonnement, ni commission, ni publicité, ni partenariat ne déplace personne, directement ou non. S’inscrire est gratuit et le reste.',
          'Le tarif, la popularité, le nombre de demandes, de consultations ou de réservations, le délai de réponse, vos recherches passées. L’âge, le genre, l’origine, la santé, l’orientation, l’appartenance syndicale, la photographie : ni filtre, ni tri, ni champ.',
        ],
      },
      {
        title: 'Monter d’un palier',
        paragraphs: ['Trois gestes suffisent, et ils sont les mêmes pour tout le monde.'],
        list: [
          'Dire que votre calendrier est encore juste : un geste, dès 8 jours.',
          'Joindre le document d’un titre, ou demander que son émetteur le confirme.',
          'Remplir les six éléments du profil : la liste dit lesquels manquent.',
        ],
      },
      {
        title: 'Quand le moteur de recherche est arrêté',
        paragraphs: [
          'La base de données répond à sa place, et la page le dit. Les personnes trouvées, les nombres, les jours et les règles sont les mêmes ; seul le classement par les mots est plus simple : ceux du nom d’abord, puis ceux du métier et de l’accroche, et une faute de frappe n’est pardonnée que si rien d’autre ne répond.',
        ],
      },
      {
        title: 'Vérifier',
        paragraphs: [
          '« Pourquoi ce résultat », sous chaque personne, dit ses paliers en mots, dans l’ordre où ils comptent.',
          'Le registre mesure à qui vont les premières places, par métier, région, langue et preuve, comparé à un tirage au sort : des sommes par jour, sans retenir qui est montré, qui cherche, ni ce qui est cherché.',
          'Cette page énonce les paramètres principaux du classement et leur importance relative, dans l’esprit de l’article 5 du règlement (UE) 2019/1150, à titre indicatif. Si une place vous paraît contraire à ces règles, écrivez au registre : l’adresse est dans les mentions légales.',
        ],
      },
    ],
  },
  en: {
    title: 'How results are ordered',
    lead: 'The same rules for everyone, written here in full. Nothing can be bought, and no machine learns to rank people.',
    sections: [
      {
        title: 'Who appears',
        paragraphs: [
          'Your criteria filter: profession, region where the person agrees to work, language, skill, credential and degree of proof, days. Whoever does not match does not appear; every other published person does, without exception and without a limit.',
          'When you ask for days, people who are paused do not appear. Some show their days to verified productions only: to everyone else those days read “unknown”.',
        ],
      },
      {
        title: 'In which order',
        paragraphs: [
          'Each rule only parts people whom the one before leaves equal. No score is computed, nothing makes up for anything else.',
        ],
        steps: [
          'The days, when you accept partial coverage: whoever is free on most of the days asked comes first. That is the question asked.',
          'The words, if you typed any: first without a typing error, then in one text rather than in several, then by where they stand (name, profession, headline, places, skills, credentials, presentation), then the whole word before its beginning.',
          'Proof, by the best credential in force: confirmed by its issuer, then document seen by the registry, then declared or none. Proof commits somebody other than the person.',
          'How fresh the calendar is, in four steps: confirmed at most 7 days ago, at most 21, at most 44, longer ago or never. A recent calendar spares a request in vain.',
          'The profile, in four steps, by how many of six parts are filled in: headline, presentation, base region, languages, skills, a credential in force. Six, then five, then three or four, then fewer.',
          'Among equals, a draw. It changes every day at midnight, universal time, and is the same for everyone that day.',
        ],
      },
      {
        title: 'The draw',
        paragraphs: [
          'It depends on nothing but the date and a technical number given to the person: neither the name, nor seniority, nor who is searching enters into it. Over twelve thousand simulated draws among sixty equals, each has one of the first three places within 20% of their fair share; an automatic test checks it with every version.',
          'Each link from one page to another holds the date of the draw: nobody is repeated or left out, and such a link keeps its order, whoever opens it and whenever. Without that date an address shows the order of the day on which it is opened, the same for everyone. Only a profile or a calendar changed in the meantime can change place.',
          'The draw takes in the first 1,000 people. Beyond, the order of equals is fixed; make your search narrower then.',
        ],
      },
      {
        title: 'The two other orders',
        paragraphs: [
          '“Name” is French alphabetical order. “Recent calendar” puts the calendar confirmed last first, with the draw among calendars of the same day. The other rules play no part there.',
        ],
      },
      {
        title: 'What never counts',
        paragraphs: [
          'Money: no subscription, commission, advertisement or partnership moves anybody, directly or not. Listing is free and stays so.',
          'The rate, popularity, the number of requests, views or bookings, response time, your past searches. Age, gender, origin, health, orientation, union membership, photographs: no filter, no sort, no field.',
        ],
      },
      {
        title: 'Going up a step',
        paragraphs: ['Three things are enough, and they are the same for everyone.'],
        list: [
          'Say that your calendar is still right: one click, from the eighth day on.',
          'Attach the document of a credential, or ask for its issuer to confirm it.',
          'Fill in the six parts of the profile: the list says which are missing.',
        ],
      },
      {
        title: 'When the search engine is down',
        paragraphs: [
          'The database answers in its place, and the page says so. The people found, the counts, the days and the rules are the same; only the order by words is simpler: those of the name first, then those of the profession and the headline, and a typing error is forgiven only when nothing else answers.',
        ],
      },
      {
        title: 'Checking',
        paragraphs: [
          '“Why this result”, below each person, says their steps in words, in the order in which they count.',
          'The registry measures to whom the first places go, by profession, region, language and proof, compared with a lot: sums by day, without keeping who is shown, who searches, or what for.',
          'This page sets out the main parameters of the ranking and their relative importance, in the spirit of Article 5 of Regulation (EU) 2019/1150, as an indication. If a place seems to go against these rules, write to the registry: the address is in the legal notice.',
        ],
      },
    ],
  },
}
