import type { Database } from '@repere/db'

interface Text {
  fr: string
  en: string
}

/** What is done with data of people, why, and on what ground: what the tags of columns cannot say. */
export interface Activity {
  code: string
  name: Text
  purpose: Text
  people: Text
  basis: Text
  tables: readonly (keyof Database)[]
}

const coordinators: Text = { fr: 'coordinatrices et coordinateurs', en: 'coordinators' }
const productions: Text = { fr: 'personnes de production', en: 'people of productions' }
const both: Text = { fr: 'coordinations et productions', en: 'coordinators and productions' }
const contract: Text = {
  fr: 'exécution du service demandé (RGPD, art. 6-1 b)',
  en: 'performance of the service asked for (GDPR, art. 6(1)(b))',
}
const consent: Text = {
  fr: 'consentement, retiré d’un clic (RGPD, art. 6-1 a)',
  en: 'consent, withdrawn by one click (GDPR, art. 6(1)(a))',
}
const interest: Text = {
  fr: 'intérêt légitime\u00a0: un registre digne de confiance (RGPD, art. 6-1 f)',
  en: 'legitimate interest: a registry that can be trusted (GDPR, art. 6(1)(f))',
}
const duty: Text = {
  fr: 'obligation légale (RGPD, art. 6-1 c)',
  en: 'legal obligation (GDPR, art. 6(1)(c))',
}

/** Every table with data of people stands in exactly one; a test holds it. */
export const activities: readonly Activity[] = [
  {
    code: 'accounts',
    name: { fr: 'Comptes et connexion', en: 'Accounts and signing in' },
    purpose: {
      fr: 'Ouvrir un compte, prouver une adresse, reconnaître la personne qui revient.',
      en: 'Opening an account, proving an address, recognising who comes back.',
    },
    people: both,
    basis: contract,
    tables: ['account', 'accountToken', 'session', 'secondFactor', 'recoveryCode', 'signInStep', 'rateLimit'],
  },
  {
    code: 'profiles',
    name: { fr: 'Profils publiés', en: 'Published profiles' },
    purpose: {
      fr: 'Faire connaître une coordination, champ par champ, à qui la personne choisit.',
      en: 'Making a coordinator known, field by field, to whom the person chooses.',
    },
    people: coordinators,
    basis: consent,
    tables: [
      ...(['coordinator', 'coordinatorLanguage', 'credit', 'photo', 'mentoringPair', 'consent'] as const),
      ...(['publishedCoordinator', 'searchDirty', 'searchIndexed', 'searchRow', 'searchUpkeep'] as const),
    ],
  },
  {
    code: 'calendars',
    name: { fr: 'Calendriers', en: 'Calendars' },
    purpose: {
      fr: 'Dire quels jours sont libres, jamais pourquoi un jour ne l’est pas.',
      en: 'Saying which days are free, never why a day is not.',
    },
    people: coordinators,
    basis: contract,
    tables: [
      'calendar',
      'calendarPrevious',
      'calendarQuestion',
      'availabilityBlock',
      'weeklyRule',
      'coordinatorDays',
      'calendarImport',
      'calendarFeed',
    ],
  },
  {
    code: 'credentials',
    name: { fr: 'Vérification des titres', en: 'Verification of credentials' },
    purpose: {
      fr: 'Montrer ce qui a été vérifié, par qui, quand, jusqu’à quand.',
      en: 'Showing what was checked, by whom, when, until when.',
    },
    people: coordinators,
    basis: interest,
    tables: [
      ...(['credential', 'credentialDecision', 'credentialStanding', 'credentialEvidence'] as const),
      ...(['verification', 'expiryReminder', 'storedFile', 'inquiry', 'inquiryMessage'] as const),
      'inquiryStanding',
    ],
  },
  {
    code: 'companies',
    name: { fr: 'Vérification des sociétés', en: 'Verification of companies' },
    purpose: {
      fr: 'Tenir les fausses productions à l’écart.',
      en: 'Keeping false productions out.',
    },
    people: productions,
    basis: interest,
    tables: ['company', 'companyDecision', 'companyStanding'],
  },
  {
    code: 'bookings',
    name: { fr: 'Projets et réservations', en: 'Projects and bookings' },
    purpose: {
      fr: 'Demander, répondre, réserver\u202f; les textes sont chiffrés, chacun sous sa clef.',
      en: 'Asking, answering, booking; texts are sealed, each under a key.',
    },
    people: both,
    basis: contract,
    tables: [
      'project',
      'projectPhase',
      'pastBrief',
      'booking',
      'bookingMessage',
      'bookingTerms',
      'sealingKey',
      'idempotency',
      'mail',
      'notification',
      'noticePreference',
      'savedSearch',
      'savedSearchSeen',
      'shortlistEntry',
      'calendarEntry',
      'confirmedCredit',
      'referee',
      'refereeRequest',
    ],
  },
  {
    code: 'protection',
    name: { fr: 'Blocages et signalements', en: 'Blocks and reports' },
    purpose: {
      fr: 'Protéger des personnes contre des contacts qu’elles ne veulent pas.',
      en: 'Protecting people from contacts they do not want.',
    },
    people: both,
    basis: interest,
    tables: ['contactBlock', 'report', 'reportDecision', 'reportContest'],
  },
  {
    code: 'invitations',
    name: { fr: 'Invitations tirées d’une liste', en: 'Invitations from a list' },
    purpose: {
      fr: 'Inviter des personnes d’une liste existante à écrire elles-mêmes leur profil.',
      en: 'Inviting people of an existing list to write their own profile.',
    },
    people: { fr: 'personnes des listes reçues', en: 'people of the lists received' },
    basis: interest,
    tables: ['importList', 'importRow', 'invitation', 'mailRefusal'],
  },
  {
    code: 'exposure',
    name: { fr: 'Mesure de l’ordre des résultats', en: 'Measure of the order of results' },
    purpose: {
      fr: 'Vérifier que l’ordre n’efface personne, par sommes quotidiennes\u00a0: ni qui est montré, ni qui cherche, ni ce qui est cherché.',
      en: 'Checking that the order starves nobody, by daily sums: neither who is shown, nor who searches, nor what for.',
    },
    people: coordinators,
    basis: interest,
    tables: ['exposure'],
  },
  {
    code: 'trail',
    name: { fr: 'Journal et effacements', en: 'Trail and erasures' },
    purpose: {
      fr: 'Prouver chaque décision sans nommer personne\u202f; rejouer les effacements après une restauration.',
      en: 'Proving every decision without naming anyone; repeating erasures after a restore.',
    },
    people: both,
    basis: duty,
    tables: ['event', 'auditSeal', 'erasedAccount'],
  },
]
