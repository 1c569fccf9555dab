import type { Agreement } from '../../vocabulary/agreement.ts'
import type { CompanyDecision } from '../../vocabulary/company.ts'

/** An invented production company. */
export interface Company {
  name: string
  /** What stands before @demo.test. */
  login: string
  contact: string
  contactFunction: string
  country: string
  agreement: Agreement
  website: string
  /** What registrars decided, oldest first; none: nobody looked yet. */
  decisions: readonly { decision: CompanyDecision; daysAgo: number; reason: string; onAnother?: true }[]
  createdDaysAgo: number
}

const verified = (daysAgo: number) =>
  [
    {
      decision: 'verify',
      daysAgo,
      reason: 'Extrait d’immatriculation conforme, site et interlocuteur vérifiés.',
    },
  ] as const

export const companies: readonly Company[] = [
  {
    name: 'Les Films du Phare fictif',
    login: 'production1',
    contact: 'Camille Rocheferrand',
    contactFunction: 'directrice de production',
    country: 'FR',
    agreement: '3097',
    website: 'https://films-du-phare-fictif.example',
    decisions: verified(170),
    createdDaysAgo: 172,
  },
  {
    name: 'Atelier Vingt-Quatre fictif',
    login: 'production2',
    contact: 'Driss Vallombreux',
    contactFunction: 'producteur délégué',
    country: 'FR',
    agreement: '2642',
    website: 'https://atelier-vingt-quatre-fictif.example',
    decisions: verified(120),
    createdDaysAgo: 121,
  },
  {
    name: 'Compagnie du Seuil imaginaire',
    login: 'seuil',
    contact: 'Irène Castagnède',
    contactFunction: 'administratrice',
    country: 'FR',
    agreement: '3090',
    website: 'https://compagnie-du-seuil-imaginaire.example',
    decisions: verified(200),
    createdDaysAgo: 204,
  },
  {
    name: 'Lanterne sourde fictive',
    login: 'lanterne',
    contact: 'Maxence Orgueval',
    contactFunction: 'directeur de production',
    country: 'FR',
    agreement: '3097',
    website: 'https://lanterne-sourde-fictive.example',
    decisions: verified(90),
    createdDaysAgo: 93,
  },
  {
    name: 'Studio Grande Marelle imaginaire',
    login: 'marelle',
    contact: 'Soizic Pennalec',
    contactFunction: 'productrice exécutive',
    country: 'FR',
    agreement: '2412',
    website: 'https://grande-marelle-imaginaire.example',
    decisions: verified(150),
    createdDaysAgo: 158,
  },
  {
    name: 'Opéra de la Rive inventée',
    login: 'opera',
    contact: 'Bertrand Aulnoisin',
    contactFunction: 'directeur technique',
    country: 'FR',
    agreement: '1285',
    website: 'https://opera-rive-inventee.example',
    decisions: verified(60),
    createdDaysAgo: 66,
  },
  {
    name: 'Kestrel & Fable Pictures (fictional)',
    login: 'kestrel',
    contact: 'Imogen Hartleap',
    contactFunction: 'line producer',
    country: 'GB',
    agreement: 'foreign',
    website: 'https://kestrel-and-fable.example',
    decisions: verified(75),
    createdDaysAgo: 80,
  },
  {
    name: 'Marée Haute Fictions inventées',
    login: 'maree',
    contact: 'Lucile Trémouret',
    contactFunction: 'chargée de production',
    country: 'FR',
    agreement: '2642',
    website: 'https://maree-haute-inventee.example',
    decisions: [],
    createdDaysAgo: 4,
  },
  {
    name: 'Les Productions du Fleuve imaginaire',
    login: 'fleuve',
    contact: 'Jean-Sébastien Valcartier-Roy',
    contactFunction: 'producteur',
    country: 'CA',
    agreement: 'foreign',
    website: 'https://fleuve-imaginaire.example',
    decisions: [],
    createdDaysAgo: 2,
  },
  {
    name: 'Brume & Compagnie fictive',
    login: 'brume',
    contact: 'Adèle Montfaucard',
    contactFunction: 'productrice',
    country: 'FR',
    agreement: '3097',
    website: 'https://brume-et-compagnie-fictive.example',
    // Verified under its former number: it changed it since, and waits again.
    decisions: [
      { decision: 'verify', daysAgo: 140, reason: 'Extrait d’immatriculation conforme.', onAnother: true },
    ],
    createdDaysAgo: 144,
  },
  {
    name: 'Canal Perdu Événements (inventé)',
    login: 'canal',
    contact: 'Florian Desbrosseaux',
    contactFunction: 'gérant',
    country: 'FR',
    agreement: 'other',
    website: 'https://canal-perdu-invente.example',
    decisions: [
      {
        decision: 'refuse',
        daysAgo: 25,
        reason: 'L’établissement déclaré est fermé depuis deux ans et aucun site ne répond.',
      },
    ],
    createdDaysAgo: 30,
  },
  {
    name: 'Studio Miroir sans tain (fictif)',
    login: 'miroir',
    contact: 'Hadrien Belcastelin',
    contactFunction: 'producteur',
    country: 'FR',
    agreement: 'other',
    website: 'https://miroir-sans-tain-fictif.example',
    decisions: [
      ...verified(110),
      {
        decision: 'suspend',
        daysAgo: 18,
        reason: 'Messages déplacés signalés par deux personnes, sans rapport avec un tournage.',
      },
    ],
    createdDaysAgo: 115,
  },
]
