import type { CreditRole, Discipline, Locale } from '@repere/api/client.ts'

/** As what somebody worked, by profession: said of the work, so that it fits whoever did it. */
export const creditRoleNames: Record<Locale, Record<Discipline, Record<CreditRole, string>>> = {
  fr: {
    intimacy: {
      trainee: 'coordination d’intimité, en formation',
      assistant: 'assistance à la coordination d’intimité',
      coordinator: 'coordination d’intimité',
      lead: 'direction de la coordination d’intimité',
    },
    'eco-production': {
      trainee: 'coordination d’écoproduction, en formation',
      assistant: 'assistance à la coordination d’écoproduction',
      coordinator: 'coordination d’écoproduction',
      lead: 'direction de l’écoproduction',
    },
  },
  en: {
    intimacy: {
      trainee: 'intimacy coordination, in training',
      assistant: 'assistance to intimacy coordination',
      coordinator: 'intimacy coordination',
      lead: 'lead of intimacy coordination',
    },
    'eco-production': {
      trainee: 'eco-production coordination, in training',
      assistant: 'assistance to eco-production coordination',
      coordinator: 'eco-production coordination',
      lead: 'lead of eco-production',
    },
  },
}
