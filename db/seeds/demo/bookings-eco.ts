import type { Booking } from './booking.ts'

const herbes =
  'Bonjour, un long métrage en Normandie au printemps, label visé et bilans CNC. Lecture et bilans à distance, quatorze jours de plateau.'

export const bookingsEco: readonly Booking[] = [
  // Waits for Éloi's answer, and not for much longer.
  {
    project: 'dune',
    person: 'Éloi Vasseur',
    kind: 'option',
    asked: '67h48',
    rate: 340,
    messages: [
      'Bonjour, un long métrage sur le littoral normand, zone protégée et animaux. Nous visons le label Ecoprod et cherchons quelqu’un dès la lecture.',
    ],
  },
  {
    project: 'halage',
    person: 'Éloi Vasseur',
    kind: 'firm',
    asked: '26h',
    rate: 360,
    messages: [
      'Bonjour, cinq jours fermes au bord du canal, énergie et restauration à régler avec la régie.',
    ],
  },
  {
    project: 'herbes',
    person: 'Éloi Vasseur',
    kind: 'option',
    asked: '4d',
    rate: 360,
    steps: [{ move: 'accept', before: '3d' }],
    messages: [
      herbes,
      {
        by: 'coordinator',
        before: '3d',
        text: 'D’accord pour l’option. Il faudra déposer le label avant le premier jour, je vous envoie la liste des pièces.',
      },
      {
        by: 'production',
        before: '2d21h',
        text: 'Parfait, nous réunissons ce que nous avons.',
        unread: true,
      },
    ],
  },
  {
    project: 'selgris',
    person: 'Éloi Vasseur',
    kind: 'firm',
    asked: '25d',
    rate: 340,
    steps: [{ move: 'accept', before: '24d' }],
    messages: [
      'Bonjour, sept jours de documentaire dans les marais, petite équipe, tout se joue en repérages.',
    ],
  },
  {
    project: 'marelle',
    person: 'Éloi Vasseur',
    kind: 'firm',
    asked: '110d',
    rate: 320,
    steps: [{ move: 'accept', before: '109d' }, { move: 'complete' }],
    messages: [
      'Bonjour, une série d’animation, bilan prévisionnel et bilan définitif, entièrement à distance.',
    ],
  },
  {
    project: 'marelle',
    person: 'Théodore Lampin-Roux',
    kind: 'option',
    asked: '115d',
    rate: 340,
    steps: [{ move: 'expire' }],
    messages: ['Bonjour, une série d’animation, bilan prévisionnel et bilan définitif, à distance.'],
  },
  {
    project: 'comptoir',
    person: 'Éloi Vasseur',
    kind: 'option',
    asked: '30d',
    rate: 350,
    steps: [
      { move: 'accept', before: '29d' },
      { move: 'release', before: '26d', by: 'production', reason: 'dates-changed' },
    ],
    messages: ['Bonjour, six jours sur les îles cet hiver, sous réserve de la météo.'],
  },
  {
    project: 'comptoir',
    person: 'Gwendal Stéphanic',
    kind: 'firm',
    asked: '28d',
    rate: 240,
    steps: [
      { move: 'accept', before: '27d' },
      { move: 'cancel', before: '20d', by: 'production', reason: 'project-stopped' },
    ],
    messages: ['Bonjour, six jours fermes sur les îles, en appui de la coordination.'],
  },
  { project: 'herbes', person: 'Nour Pelletan', kind: 'option', asked: '40h', rate: 350, messages: [herbes] },
  {
    project: 'herbes',
    person: 'Malo Bréchard',
    kind: 'option',
    asked: '3d',
    rate: 400,
    steps: [{ move: 'accept', before: '1d' }],
    messages: [herbes],
  },
  {
    project: 'herbes',
    person: 'Jeanne Coatleven',
    kind: 'option',
    asked: '4d',
    rate: 320,
    steps: [{ move: 'decline', before: '2d20h', reason: 'too-far' }],
    messages: [herbes],
  },
  {
    project: 'dune',
    person: 'Rose-May Ducastelle',
    kind: 'option',
    asked: '5d',
    rate: 320,
    steps: [{ move: 'withdraw', before: '3d2h', reason: 'dates-changed' }],
    messages: ['Bonjour, un long métrage sur le littoral, une trentaine de jours en tout.'],
  },
]
