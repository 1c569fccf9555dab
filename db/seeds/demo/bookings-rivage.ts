import type { Booking } from './booking.ts'

const rivage =
  'Bonjour, nous préparons une série dont neuf jours demandent votre présence, en Bretagne puis en studio. Le plan de travail est encore souple, dites-nous ce qu’il faut prévoir avant.'

/** One series asks six people, and each answers otherwise. */
export const bookingsOfRivage: readonly Booking[] = [
  // Waits for Maëlle's answer, and not for much longer.
  {
    project: 'rivage',
    person: 'Maëlle Kervadec',
    kind: 'option',
    asked: '67h48',
    rate: 400,
    messages: [rivage],
  },
  {
    project: 'rivage',
    person: 'Idris Benamor-Lacaze',
    kind: 'option',
    asked: '6d',
    rate: 420,
    steps: [{ move: 'accept', before: '4d' }],
    messages: [
      rivage,
      {
        by: 'coordinator',
        before: '3d22h',
        text: 'Merci, je tiens ces jours. Pouvez-vous m’envoyer les séquences avant vendredi ?',
      },
      {
        by: 'production',
        before: '3d20h',
        text: 'C’est noté, elles partent demain par notre canal habituel.',
      },
    ],
  },
  {
    project: 'rivage',
    person: 'Awa Diarrasso',
    kind: 'option',
    asked: '6d',
    rate: 420,
    steps: [{ move: 'accept', before: '3d' }],
    messages: [rivage],
  },
  {
    project: 'rivage',
    person: 'Solène d’Arvigny',
    kind: 'option',
    asked: '3d',
    rate: 380,
    counterRate: 400,
    steps: [{ move: 'counter', before: '2d' }],
    messages: [
      rivage,
      {
        by: 'coordinator',
        before: '2d',
        text: 'Les jours me vont. Je propose 400 € brut par jour, avec la préparation comprise.',
        unread: true,
      },
    ],
  },
  { project: 'rivage', person: 'Yann Tréguer', kind: 'option', asked: '30h', rate: 380, messages: [rivage] },
  {
    project: 'rivage',
    person: 'Garance Oudinot',
    kind: 'option',
    asked: '6d',
    rate: 380,
    steps: [
      {
        move: 'decline',
        before: '5d15h',
        reason: 'not-free',
        note: 'Je suis déjà engagée sur la seconde semaine.',
      },
    ],
    messages: [rivage],
  },
]
