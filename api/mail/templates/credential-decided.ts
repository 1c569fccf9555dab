import type { CredentialDecision, WithdrawalCode } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface DecidedCredential {
  decision: CredentialDecision
  /** The credential's name in the person's language. */
  name: string
  reason: string
  withdrawalCode: WithdrawalCode | null
  validUntil: Day | null
}

/** Tells the owner what a registrar decided on a credential, and what others see of it from now on. */
export const credentialDecided = (origin: string, locale: Locale, decided: DecidedCredential): Letter => {
  const { opening, reason, until, withdrawals, label, because } = words[locale]
  const { subject, effect } = opening[decided.decision]
  return writeLetter({
    template: 'credential-decided',
    locale,
    subject: subject(decided.name),
    paragraphs: [
      effect,
      ...(decided.withdrawalCode ? [withdrawals[decided.withdrawalCode]] : []),
      ...(decided.reason ? [reason(decided.reason)] : []),
      ...(decided.validUntil ? [until(writeDay(locale, decided.validUntil))] : []),
    ],
    action: { label, url: pageUrl(origin, locale, '/me/credentials') },
    because,
  })
}

const writeDay = (locale: Locale, day: Day): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

interface Words {
  opening: Record<CredentialDecision, { subject: (name: string) => string; effect: string }>
  reason: (text: string) => string
  until: (day: string) => string
  withdrawals: Record<WithdrawalCode, string>
  label: string
  because: string
}

const words: Record<Locale, Words> = {
  fr: {
    opening: {
      'document-seen': {
        subject: (name) => `Document vu\u00a0: ${name}`,
        effect: 'Le registre a vu votre document. Votre page indique désormais «\u00a0document vu\u00a0».',
      },
      confirm: {
        subject: (name) => `Titre confirmé\u00a0: ${name}`,
        effect:
          'L’émetteur a confirmé ce titre au registre. Votre page indique désormais «\u00a0confirmé\u00a0».',
      },
      refuse: {
        subject: (name) => `Titre à revoir\u00a0: ${name}`,
        effect:
          'Le registre n’a pas pu valider cette déclaration. Vous la voyez encore, personne d’autre ne la voit. Vous pouvez la retirer, puis la déclarer à nouveau une fois corrigée.',
      },
      withdraw: {
        subject: (name) => `Titre retiré\u00a0: ${name}`,
        effect:
          'Ce titre n’apparaît plus sur votre page. La page de vérification indique qu’il a été retiré, sans en dire la raison.',
      },
    },
    reason: (text) => `Motif donné par le registre\u00a0: «\u00a0${text}\u00a0»`,
    until: (day) => `Valable jusqu’au ${day} inclus.`,
    withdrawals: {
      'issuer-withdrew': 'Raison\u00a0: l’émetteur a retiré le titre.',
      'document-false': 'Raison\u00a0: le document n’est pas authentique.',
      'holder-asked': 'Raison\u00a0: vous l’avez demandé.',
      'registered-in-error': 'Raison\u00a0: il avait été enregistré par erreur.',
    },
    label: 'Voir mes titres',
    because: 'Vous recevez ce message parce que vous avez déclaré ce titre sur Repère.',
  },
  en: {
    opening: {
      'document-seen': {
        subject: (name) => `Document seen: ${name}`,
        effect: 'The registry has seen your document. Your page now says “document seen”.',
      },
      confirm: {
        subject: (name) => `Credential confirmed: ${name}`,
        effect: 'The issuer confirmed this credential to the registry. Your page now says “confirmed”.',
      },
      refuse: {
        subject: (name) => `Credential to be corrected: ${name}`,
        effect:
          'The registry could not validate this declaration. You still see it; nobody else does. You can take it back, and declare it again once corrected.',
      },
      withdraw: {
        subject: (name) => `Credential withdrawn: ${name}`,
        effect:
          'This credential no longer appears on your page. The verification page says that it was withdrawn, without the reason.',
      },
    },
    reason: (text) => `Reason given by the registry: “${text}”`,
    until: (day) => `Valid until ${day}, that day included.`,
    withdrawals: {
      'issuer-withdrew': 'Reason: the issuer withdrew it.',
      'document-false': 'Reason: the document is not authentic.',
      'holder-asked': 'Reason: you asked for it.',
      'registered-in-error': 'Reason: it had been registered in error.',
    },
    label: 'See my credentials',
    because: 'You receive this message because you declared this credential on Repère.',
  },
}
