import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { ReportGround, ReportOutcome, ReportParty, ReportSubject } from '@repere/db/vocabulary/report.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface DecidedReport {
  party: ReportParty
  subject: ReportSubject
  outcome: ReportOutcome
  ground: ReportGround
  /** A second decision, after a contest: the last one. */
  final: boolean
  token: string
  contestDays: number
}

/**
 * The statement of reasons, to either side: what was decided, on which ground, and how to contest it. The facts may
 * quote what is sealed, so they stand on the page that the link opens, and the mail names nobody.
 */
export const reportDecided = (origin: string, locale: Locale, about: DecidedReport): Letter => {
  const say = words[locale]
  return writeLetter({
    template: 'report-decided',
    locale,
    subject: say.subject[about.party],
    paragraphs: [
      say.opening[about.party](say.of[about.subject]),
      about.final ? say.final : say.contest(about.contestDays),
    ],
    rows: [
      [say.decided, say.outcomes[about.outcome]],
      [say.ground, say.grounds[about.ground]],
    ],
    action: { label: say.label, url: pageUrl(origin, locale, `/statements/${about.token}`) },
    note: say.note,
    because: say.because[about.party],
  })
}

interface Words {
  subject: Record<ReportParty, string>
  opening: Record<ReportParty, (of: string) => string>
  of: Record<ReportSubject, string>
  decided: string
  ground: string
  outcomes: Record<ReportOutcome, string>
  grounds: Record<ReportGround, string>
  contest: (days: number) => string
  final: string
  label: string
  note: string
  because: Record<ReportParty, string>
}

const words: Record<Locale, Words> = {
  fr: {
    subject: {
      reporter: 'Votre signalement\u00a0: ce qui est décidé',
      reported: 'Une décision du registre vous concerne',
    },
    opening: {
      reporter: (of) => `Le registre a examiné votre signalement ${of}.`,
      reported: (of) => `Le registre a examiné un signalement ${of}.`,
    },
    of: {
      booking: 'd’une réservation',
      messages: 'des messages d’une réservation',
      profile: 'd’un profil',
      company: 'd’une société',
    },
    decided: 'Décision',
    ground: 'Fondement',
    outcomes: {
      'no-action': 'Aucune mesure',
      warning: 'Avertissement',
      'booking-stays-frozen': 'La réservation reste gelée',
      'account-suspended': 'Le compte est suspendu',
    },
    grounds: {
      'not-established': 'Les faits ne sont pas établis',
      respect: 'Respect dû aux personnes',
      'purpose-of-the-registry': 'Objet du registre',
      truthfulness: 'Exactitude de ce qui est déclaré',
      confidentiality: 'Confidentialité',
      law: 'La loi',
    },
    contest: (days) =>
      `Vous pouvez contester cette décision une fois, dans les ${days}\u00a0jours, sur la page ci-dessous\u00a0: le dossier est alors relu. Vous pouvez aussi saisir un organe de règlement extrajudiciaire ou la justice.`,
    final:
      'Cette décision, prise après contestation, est la dernière du registre. Vous pouvez saisir un organe de règlement extrajudiciaire ou la justice.',
    label: 'Lire la décision et ses raisons',
    note: 'Ce lien ouvre la décision sans connexion\u00a0: gardez-le pour vous.',
    because: {
      reporter: 'Vous recevez ce message parce que vous avez envoyé un signalement sur Repère.',
      reported: 'Vous recevez ce message parce que cette décision concerne votre compte sur Repère.',
    },
  },
  en: {
    subject: {
      reporter: 'Your report: what was decided',
      reported: 'A decision of the registry concerns you',
    },
    opening: {
      reporter: (of) => `The registry has examined your report ${of}.`,
      reported: (of) => `The registry has examined a report ${of}.`,
    },
    of: {
      booking: 'of a booking',
      messages: 'of the messages of a booking',
      profile: 'of a profile',
      company: 'of a company',
    },
    decided: 'Decision',
    ground: 'Ground',
    outcomes: {
      'no-action': 'No measure',
      warning: 'Warning',
      'booking-stays-frozen': 'The booking stays frozen',
      'account-suspended': 'The account is suspended',
    },
    grounds: {
      'not-established': 'The facts are not established',
      respect: 'Respect owed to people',
      'purpose-of-the-registry': 'Purpose of the registry',
      truthfulness: 'Truth of what is declared',
      confidentiality: 'Confidentiality',
      law: 'The law',
    },
    contest: (days) =>
      `You may contest this decision once, within ${days} days, on the page below: the file is then read again. You may also turn to an out-of-court settlement body or to the courts.`,
    final:
      'This decision, taken after a contest, is the last of the registry. You may turn to an out-of-court settlement body or to the courts.',
    label: 'Read the decision and its reasons',
    note: 'This link opens the decision without signing in: keep it to yourself.',
    because: {
      reporter: 'You receive this message because you sent a report on Repère.',
      reported: 'You receive this message because this decision concerns your account on Repère.',
    },
  },
}
