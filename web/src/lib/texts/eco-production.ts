import type { Texts } from './text.ts'

export const ecoProduction: Texts = {
  fr: {
    title: 'Coordonner l’écoproduction',
    lead: 'De la lecture du scénario au rapport final : trouver ce qui pèse sur l’environnement, écrire un plan d’actions, le suivre, former l’équipe, obtenir le label.',
    sections: [
      {
        title: 'Ce que c’est',
        paragraphs: [
          'La coordinatrice ou le coordinateur d’écoproduction mesure, propose et suit. On dit aussi éco-référente ou éco-référent, responsable d’éco-production, green consultant. Trois niveaux se distinguent : assistanat, coordination, direction.',
          'C’est un métier à part entière, distinct de la régie : d’après l’étude de branche de 2025 (145 réponses, 27 entretiens), 69 % l’exercent à titre principal et 93 % attendent une croissance.',
        ],
      },
      {
        title: 'Ce que la production reçoit',
        list: [
          'une analyse du scénario',
          'un bilan carbone prévisionnel, puis définitif',
          'un plan d’actions et une feuille de route',
          'une équipe sensibilisée, un suivi de plateau, une collecte des données',
          'un dossier d’audit pour le label',
          'le réemploi des décors',
        ],
      },
      {
        id: 'law',
        title: 'Ce que les financeurs demandent',
        rules: [
          {
            since: '31 mars 2023',
            says: 'Un bilan carbone prévisionnel et un bilan définitif accompagnent les demandes d’aide à la production.',
            source: 'CNC, plan Action !',
          },
          {
            since: '1er janvier 2024',
            says: 'Pour la prise de vues réelles, le versement de l’aide en dépend.',
            source: 'CNC, plan Action !',
          },
          {
            since: 'Label Ecoprod',
            says: '80 critères, 65 % au moins ; la demande précède le tournage et nomme la personne responsable.',
            source: 'Ecoprod, référentiel du label',
          },
          {
            since: 'Juillet 2023',
            says: 'En Allemagne, une personne formée (Green Consultant) est la première exigence de green motion, condition des aides publiques.',
            source: 'green motion, standards écologiques',
          },
        ],
      },
      {
        title: 'Titres et formations',
        paragraphs: [
          'Une certification propre au métier est en cours de création : personne ne la détient encore, et Repère ne laisse personne la déclarer. Les formations suivies, les labels obtenus par les productions et les outils maîtrisés (Carbon’Clap, SeCO2, Carbon Stage) se lisent sur chaque profil.',
        ],
      },
      {
        title: 'Quand en parler',
        paragraphs: [
          'Avant la préparation. Les personnes du métier disent qu’on les appelle trop tard, sans préparation, sans début, fin ni rémunération convenus. Une demande sur Repère dit ces choses dès le premier message.',
        ],
      },
    ],
  },
  en: {
    title: 'Coordinating eco-production',
    lead: 'From reading the script to the final report: finding what weighs on the environment, writing an action plan, following it, training the crew, securing the label.',
    sections: [
      {
        title: 'What it is',
        paragraphs: [
          'The eco-production coordinator measures, proposes and follows up. Other titles are green consultant and sustainability coordinator. There are three levels: assistant, coordinator, lead.',
          'It is a job of its own, apart from unit management: in the French branch’s study of 2025 (145 answers, 27 interviews) 69% do it as their main work, and 93% expect it to grow.',
        ],
      },
      {
        title: 'What the production receives',
        list: [
          'a script analysis',
          'a provisional carbon report, then a final one',
          'an action plan and a roadmap',
          'a crew that was briefed, follow-up on set, data collected',
          'an audit file for the label',
          'sets that are used again',
        ],
      },
      {
        id: 'law',
        title: 'What funders ask for',
        rules: [
          {
            since: '31 March 2023',
            says: 'A provisional and a final carbon report go with requests for production aid in France.',
            source: 'CNC, Action! plan',
          },
          {
            since: '1 January 2024',
            says: 'For live action, payment of the aid depends on them.',
            source: 'CNC, Action! plan',
          },
          {
            since: 'Label Ecoprod',
            says: '80 criteria, at least 65%; the application comes before the shoot and names the person in charge.',
            source: 'Ecoprod, reference document of the label',
          },
          {
            since: 'July 2023',
            says: 'In Germany, a Green Consultant is the first requirement of green motion, a condition of public funding.',
            source: 'green motion, ecological standards',
          },
        ],
      },
      {
        title: 'Credentials and courses',
        paragraphs: [
          'A certification of the profession is being created in France: nobody holds it yet, and Repère lets nobody declare it. Courses, labels earned by productions and tools (Carbon’Clap, SeCO2, Carbon Stage) can be read on each profile.',
        ],
      },
      {
        title: 'When to talk about it',
        paragraphs: [
          'Before prep. People of the profession say they are called too late, without prep, without an agreed start, end or pay. A request on Repère says these things in its first message.',
        ],
      },
    ],
  },
}
