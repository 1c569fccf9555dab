import type { CompanyDecision } from '@repere/db/vocabulary/company.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface DecidedCompany {
  decision: CompanyDecision
  legalName: string
  reason: string
}

/** Tells a production what a registrar decided on its company, and what it can do from now on. */
export const companyDecided = (
  origin: string,
  locale: Locale,
  { decision, legalName, reason }: DecidedCompany,
): Letter => {
  const { opening, because, label, given } = words[locale]
  const { subject, effect } = opening[decision]
  return writeLetter({
    template: 'company-decided',
    locale,
    subject: subject(legalName),
    paragraphs: [effect, ...(reason ? [given(reason)] : [])],
    action: { label, url: pageUrl(origin, locale, '/company') },
    because,
  })
}

interface Words {
  opening: Record<CompanyDecision, { subject: (name: string) => string; effect: string }>
  given: (text: string) => string
  label: string
  because: string
}

const words: Record<Locale, Words> = {
  fr: {
    opening: {
      verify: {
        subject: (name) => `Société vérifiée\u00a0: ${name}`,
        effect: 'Vous pouvez désormais envoyer des demandes aux coordinatrices et coordinateurs du registre.',
      },
      refuse: {
        subject: (name) => `Société à revoir\u00a0: ${name}`,
        effect:
          'Le registre n’a pas pu vérifier votre société. Vous pouvez chercher, mais pas encore envoyer de demande. Corrigez la fiche\u00a0: un nouveau numéro relance la vérification.',
      },
      suspend: {
        subject: (name) => `Société suspendue\u00a0: ${name}`,
        effect: 'Votre société ne peut plus envoyer de demande pour le moment.',
      },
      restore: {
        subject: (name) => `Suspension levée\u00a0: ${name}`,
        effect: 'La suspension de votre société est levée.',
      },
    },
    given: (text) => `Motif donné par le registre\u00a0: «\u00a0${text}\u00a0»`,
    label: 'Voir ma société',
    because: 'Vous recevez ce message parce que vous avez décrit cette société sur Repère.',
  },
  en: {
    opening: {
      verify: {
        subject: (name) => `Company verified: ${name}`,
        effect: 'You can now send requests to the coordinators of the registry.',
      },
      refuse: {
        subject: (name) => `Company to be corrected: ${name}`,
        effect:
          'The registry could not verify your company. You can search, but not send requests yet. Correct its description: another registration number asks for verification again.',
      },
      suspend: {
        subject: (name) => `Company suspended: ${name}`,
        effect: 'Your company cannot send requests for the time being.',
      },
      restore: {
        subject: (name) => `Suspension lifted: ${name}`,
        effect: 'The suspension of your company is lifted.',
      },
    },
    given: (text) => `Reason given by the registry: “${text}”`,
    label: 'See my company',
    because: 'You receive this message because you described this company on Repère.',
  },
}
