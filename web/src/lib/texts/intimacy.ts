import type { Texts } from './text.ts'

export const intimacy: Texts = {
  fr: {
    title: 'Coordonner l’intimité',
    lead: 'Toutes les personnes qui préparent et tournent une scène d’intimité savent à quoi s’attendre, et ce qui ne se fera pas : c’est le travail de la coordination d’intimité.',
    sections: [
      {
        title: 'Ce que c’est',
        paragraphs: [
          'Une scène d’intimité, c’est la nudité, l’acte sexuel simulé, la violence sexuelle, les baisers ou les caresses sur des parties intimes. La coordinatrice ou le coordinateur pose le cadre dans lequel la scène est préparée puis tournée, cherche l’accord entre le consentement de chacun et les besoins du récit, et évite ainsi les difficultés du jour même.',
          'On dit aussi directrice ou directeur d’intimité à la scène, et coordonnatrice ou coordonnateur de l’intimité au Québec.',
        ],
      },
      {
        title: 'Ce que la production reçoit',
        list: [
          'un dépouillement des scènes',
          'des entretiens individuels avec les artistes',
          'un protocole de tournage et des clauses de nudité',
          'une chorégraphie, et des caches de pudeur',
          'une présence sur le plateau, puis un contrôle des rushes',
          'un rapport',
        ],
      },
      {
        id: 'law',
        title: 'Quand les textes en demandent',
        rules: [
          {
            since: '1er mai 2025',
            says: 'En production audiovisuelle, une coordination d’intimité est due lorsqu’un membre de l’équipe artistique la demande.',
            source: 'accord du 21 mars 2025, convention collective de la production audiovisuelle',
          },
          {
            since: '17 mai 2024',
            says: 'En production cinématographique, elle est recommandée.',
            source: 'avenants du 17 mai 2024, convention collective de la production cinématographique',
          },
          {
            since: 'En vigueur',
            says: 'Le placement est gratuit pour la personne qui cherche un emploi : aucun frais, aucun classement payant.',
            source: 'Code du travail, article L5321-3',
          },
        ],
      },
      {
        title: 'Avec des personnes mineures',
        paragraphs: [
          'Nudité ou acte sexuel simulé avec une personne mineure : Repère arrête la demande. En dessous de 16 ans, un responsable des enfants et une autorisation de la préfecture sont nécessaires pour tout tournage.',
        ],
      },
      {
        title: 'Comment on le devient',
        paragraphs: [
          'Le métier est plus jeune que ses certificats. En France, quatre personnes l’avaient exercé sur des productions françaises lors de l’étude de branche de 2023 ; cinq étaient actives en mai 2025. La première formation certifiante a ouvert en septembre 2025, avec six places.',
          'Ailleurs, des registres existent : celui de Bectu au Royaume-Uni depuis octobre 2024, celui de SAG-AFTRA aux États-Unis. Repère montre ces titres avec leur preuve, et à côté d’eux l’expérience : jours de plateau, nombre de productions, crédits confirmés.',
        ],
      },
    ],
  },
  en: {
    title: 'Coordinating intimacy',
    lead: 'Everyone who prepares and shoots an intimate scene knows what to expect, and what will not be done: that is the work of an intimacy coordinator.',
    sections: [
      {
        title: 'What it is',
        paragraphs: [
          'An intimate scene means nudity, simulated sex, sexual violence, kisses or caresses of intimate parts. The coordinator sets the frame in which the scene is prepared and shot, finds agreement between everyone’s consent and the needs of the story, and so prevents trouble on the day.',
          'On stage the title is often intimacy director.',
        ],
      },
      {
        title: 'What the production receives',
        list: [
          'a scene breakdown',
          'individual talks with the performers',
          'a shooting protocol and nudity riders',
          'a choreography, and modesty garments',
          'presence on set, then a check of the rushes',
          'a report',
        ],
      },
      {
        id: 'law',
        title: 'When the texts ask for one',
        rules: [
          {
            since: '1 May 2025',
            says: 'In French television production, an intimacy coordinator is owed when a member of the artistic team asks.',
            source: 'agreement of 21 March 2025, French collective agreement for audiovisual production',
          },
          {
            since: '17 May 2024',
            says: 'In French film production, one is recommended.',
            source: 'amendments of 17 May 2024, French collective agreement for film production',
          },
          {
            since: 'In force',
            says: 'Placement is free of charge for those who look for work: no fee, no paid ranking.',
            source: 'French Labour Code, article L5321-3',
          },
        ],
      },
      {
        title: 'With minors',
        paragraphs: [
          'Nudity or simulated sex with a minor: Repère stops the request. Under 16, a children’s supervisor and the prefect’s authorisation are needed for any shoot in France.',
        ],
      },
      {
        title: 'How one becomes a coordinator',
        paragraphs: [
          'The profession is younger than its certificates. In France, four people had worked as such on French productions at the time of the branch’s study of 2023; five were active in May 2025. The first certifying course opened in September 2025, with six places.',
          'Elsewhere there are registers: Bectu’s in the United Kingdom since October 2024, SAG-AFTRA’s in the United States. Repère shows these credentials with their proof, and experience beside them: days on set, number of productions, confirmed credits.',
        ],
      },
    ],
  },
}
