import type { Locale, RetentionRule } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** What goes, and from what its days are counted. */
export const retentionRuleNames: Labels<RetentionRule> = {
  fr: {
    'unproven-account': 'Comptes dont l’adresse n’est pas confirmée, depuis l’inscription',
    'unused-account': 'Comptes inutilisés, depuis la dernière visite',
    'unused-warning': 'Avertissement, avant l’effacement d’un compte inutilisé',
    'ended-request': 'Demandes sans suite, depuis leur fin',
    'completed-booking': 'Réservations confirmées un jour, depuis leur fin',
    evidence: 'Pièces justificatives, depuis la décision',
    idempotency: 'Réponses gardées pour une demande répétée',
    'mail-body': 'Texte des courriels, depuis l’envoi',
    link: 'Liens envoyés, depuis leur échéance',
    session: 'Sessions, depuis la dernière visite',
    notification: 'Notifications, lues ou non',
  },
  en: {
    'unproven-account': 'Accounts whose address is not confirmed, from sign-up',
    'unused-account': 'Unused accounts, from the last visit',
    'unused-warning': 'Warning, before an unused account is erased',
    'ended-request': 'Requests that led to nothing, from their end',
    'completed-booking': 'Bookings that were once confirmed, from their end',
    evidence: 'Documents, from the decision',
    idempotency: 'Answers kept for a repeated request',
    'mail-body': 'Text of mails, from sending',
    link: 'Mailed links, from their expiry',
    session: 'Sessions, from the last visit',
    notification: 'Notifications, read or not',
  },
}

/** Whom a column may be shown to, by its tag. */
export const recipientNames: Record<Locale, Record<string, string>> = {
  fr: {
    everyone: 'tout le monde, une fois publié',
    choice: 'l’audience que la personne choisit',
    verified: 'sociétés vérifiées',
    accepted: 'l’autre partie, après acceptation',
    parties: 'les deux parties d’une réservation',
    owner: 'la personne elle-même',
    registrar: 'le registre',
    nobody: 'aucune personne',
  },
  en: {
    everyone: 'everyone, once published',
    choice: 'the audience the person chooses',
    verified: 'verified companies',
    accepted: 'the other side, after acceptance',
    parties: 'the two sides of a booking',
    owner: 'the person',
    registrar: 'the registry',
    nobody: 'nobody',
  },
}

/** How long a column is kept, by its tag. */
export const keptNames: Record<Locale, Record<string, string>> = {
  fr: {
    account: 'jusqu’à l’effacement du compte, ou deux ans sans visite',
    session: 'le temps de la session',
    project: 'illisible six mois après le dernier jour de travail',
    booking: 'cinq ans une fois confirmée, un an sans suite',
    audit: 'toujours, en identifiants sans signification',
    catalogue: 'aussi longtemps que le registre',
    brief: 'quelques heures à quelques jours',
    notice: 'quatre-vingt-dix jours, sauf autre durée fixée par le registre',
    figures: 'quatre cents jours',
    import: 'trente jours après l’import ou la fin de l’invitation',
    refusal: 'tant que la personne veut ne plus être invitée',
  },
  en: {
    account: 'until the account is erased, or two years without a visit',
    session: 'as long as the session',
    project: 'unreadable six months after the last day of work',
    booking: 'five years once confirmed, a year when it led to nothing',
    audit: 'for ever, as meaningless identifiers',
    catalogue: 'as long as the registry',
    brief: 'hours to days',
    notice: 'ninety days, unless the registry sets another period',
    figures: 'four hundred days',
    import: 'thirty days after the import, or the end of the invitation',
    refusal: 'as long as the person wants no invitation',
  },
}
