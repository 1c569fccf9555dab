import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export type SecondFactorChange = 'on' | 'off' | 'recovery-used' | 'recovery-renewed'

/** Tells the owner what happened to the second factor of the account: if it was not them, they must know at once. */
export const secondFactorChanged = (origin: string, locale: Locale, change: SecondFactorChange): Letter => {
  const { changes, otherwise, label, because } = words[locale]
  const { subject, effect } = changes[change]
  return writeLetter({
    template: 'second-factor-changed',
    locale,
    subject,
    paragraphs: [effect, otherwise],
    action: { label, url: pageUrl(origin, locale, '/account/second-factor') },
    because,
  })
}

interface Words {
  changes: Record<SecondFactorChange, { subject: string; effect: string }>
  otherwise: string
  label: string
  because: string
}

const words: Record<Locale, Words> = {
  fr: {
    changes: {
      on: {
        subject: 'Deuxième facteur activé',
        effect:
          'Un code de votre appareil est désormais demandé à chaque connexion. Vos autres sessions ont été fermées.',
      },
      off: {
        subject: 'Deuxième facteur désactivé',
        effect: 'Votre mot de passe suffit de nouveau pour vous connecter.',
      },
      'recovery-used': {
        subject: 'Un code de secours a servi',
        effect: 'Un de vos codes de secours a servi à la place de votre appareil. Il ne servira plus.',
      },
      'recovery-renewed': {
        subject: 'Nouveaux codes de secours',
        effect: 'De nouveaux codes de secours remplacent tous les précédents.',
      },
    },
    otherwise: 'Si ce n’est pas vous, changez votre mot de passe tout de suite et écrivez au registre.',
    label: 'Voir mon compte',
    because: 'Vous recevez ce message parce qu’il s’agit de la sécurité de votre compte.',
  },
  en: {
    changes: {
      on: {
        subject: 'Second factor turned on',
        effect: 'A code of your device is now asked at every sign-in. Your other sessions were ended.',
      },
      off: {
        subject: 'Second factor turned off',
        effect: 'Your password is enough again to sign in.',
      },
      'recovery-used': {
        subject: 'A recovery code was used',
        effect: 'One of your recovery codes was used in the place of your device. It will not work again.',
      },
      'recovery-renewed': {
        subject: 'New recovery codes',
        effect: 'New recovery codes replace all earlier ones.',
      },
    },
    otherwise: 'If this was not you, change your password at once and write to the registry.',
    label: 'See my account',
    because: 'You receive this message because it concerns the safety of your account.',
  },
}
