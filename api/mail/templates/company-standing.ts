import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface CompanyStandingChange {
  decision: 'suspend' | 'restore'
  legalName: string
}

/** Tells a coordinator who has a live booking with a company that it was suspended or restored; never why. */
export const companyStanding = (
  origin: string,
  locale: Locale,
  { decision, legalName }: CompanyStandingChange,
): Letter => {
  const { opening, label, because } = words[locale]
  const { subject, paragraphs } = opening[decision]
  return writeLetter({
    template: 'company-standing',
    locale,
    subject: subject(legalName),
    paragraphs,
    action: { label, url: pageUrl(origin, locale, '/bookings') },
    because,
  })
}

interface Words {
  opening: Record<
    CompanyStandingChange['decision'],
    { subject: (name: string) => string; paragraphs: string[] }
  >
  label: string
  because: string
}

const words: Record<Locale, Words> = {
  fr: {
    opening: {
      suspend: {
        subject: (name) => `Société suspendue par le registre\u00a0: ${name}`,
        paragraphs: [
          'Le registre a suspendu cette société, avec laquelle vous avez une demande ou une réservation en cours. Elle ne peut plus envoyer de demande ni en confirmer.',
          'Ce qui est convenu entre vous reste entier\u00a0: rien n’est annulé d’office. Vous pouvez toujours décliner, libérer une option ou annuler depuis votre page, et écrire au registre si quelque chose vous inquiète.',
        ],
      },
      restore: {
        subject: (name) => `Suspension levée\u00a0: ${name}`,
        paragraphs: [
          'Le registre a rétabli cette société, avec laquelle vous avez une demande ou une réservation en cours. Vos échanges reprennent comme avant.',
        ],
      },
    },
    label: 'Voir mes réservations',
    because: 'Vous recevez ce message parce qu’une demande ou une réservation vous lie à cette société.',
  },
  en: {
    opening: {
      suspend: {
        subject: (name) => `Company suspended by the registry: ${name}`,
        paragraphs: [
          'The registry has suspended this company, with which you have a request or a booking under way. It can no longer send or confirm requests.',
          'What you have agreed on stands: nothing is cancelled on your behalf. You can still decline, release a hold or cancel from your page, and write to the registry if anything worries you.',
        ],
      },
      restore: {
        subject: (name) => `Suspension lifted: ${name}`,
        paragraphs: [
          'The registry has restored this company, with which you have a request or a booking under way. You can go on as before.',
        ],
      },
    },
    label: 'See my bookings',
    because: 'You receive this message because a request or a booking ties you to this company.',
  },
}
