import type { Discipline } from '../../vocabulary/discipline.ts'
import type { Medium } from '../../vocabulary/medium.ts'

/** An invented credit; the year counts back from the demo's own. */
export interface DemoCredit {
  title: string
  kind: Medium
  yearsAgo: number
  role: string
  production?: string
  /** The title stays silent for so many more days. */
  silentDays?: number
}

/** What a few people of the demo worked on, the newest first. All works and houses are invented. */
export const credits: Readonly<Record<string, readonly DemoCredit[]>> = {
  'Maëlle Kervadec': [
    {
      title: 'La Chambre d’écho',
      kind: 'series',
      yearsAgo: 0,
      role: 'coordination d’intimité',
      production: 'Estran Fictions inventées',
      silentDays: 210,
    },
    {
      title: 'Les Marées lentes',
      kind: 'feature',
      yearsAgo: 1,
      role: 'coordination d’intimité',
      production: 'Films de l’Estran imaginaire',
    },
    { title: 'Bérénice, nuit', kind: 'theatre', yearsAgo: 2, role: 'direction d’intimité' },
  ],
  'Éloi Vasseur': [
    {
      title: 'La Digue',
      kind: 'series',
      yearsAgo: 1,
      role: 'direction de l’écoproduction',
      production: 'Studio du Goéland imaginaire',
    },
    { title: 'Un été de sel', kind: 'feature', yearsAgo: 3, role: 'coordination d’écoproduction' },
  ],
  'Yann Tréguer': [{ title: 'Noz', kind: 'short', yearsAgo: 1, role: 'coordination d’intimité, en breton' }],
}

/** Pairs that both sides agreed to, and one that waits for an answer. */
export const pairs: readonly {
  trainee: string
  lead: string
  discipline: Discipline
  askedDaysAgo: number
  acceptedDaysAgo?: number
}[] = [
  {
    trainee: 'Inès Quéméneur',
    lead: 'Yann Tréguer',
    discipline: 'intimacy',
    askedDaysAgo: 40,
    acceptedDaysAgo: 38,
  },
  {
    trainee: 'Gwendal Stéphanic',
    lead: 'Éloi Vasseur',
    discipline: 'eco-production',
    askedDaysAgo: 25,
    acceptedDaysAgo: 24,
  },
  { trainee: 'Inès Quéméneur', lead: 'Maëlle Kervadec', discipline: 'intimacy', askedDaysAgo: 3 },
]
