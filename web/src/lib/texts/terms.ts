import type { Texts } from './text.ts'

export const terms: Texts = {
  fr: {
    title: 'Conditions',
    lead: 'Ce que chacun promet en se servant de Repère. Le texte est court pour être lu.',
    sections: [
      {
        title: 'Pour qui coordonne',
        list: [
          'L’inscription, la mise en avant et la mise en relation sont gratuites, et le resteront.',
          'Ce que vous déclarez est vrai. Un titre montre toujours qui l’a vérifié, et quand.',
          'Votre calendrier se périme : après 45 jours sans confirmation, vos jours libres passent à « inconnu ».',
        ],
      },
      {
        title: 'Pour qui produit',
        list: [
          'Une société est vérifiée par une personne du registre avant sa première demande.',
          'Une demande dit les jours, le lieu, la rémunération et l’échéance de réponse.',
          'Les coordonnées reçues servent au projet en cours, à rien d’autre.',
        ],
      },
      {
        title: 'Options et confirmations',
        paragraphs: [
          'Une option tient des jours jusqu’à son échéance, dans l’ordre où elle a été posée. Une journée n’est confirmée qu’une fois. Repère tient le registre de ces actes ; le contrat de travail se signe entre les parties, le plus souvent un CDDU.',
        ],
      },
      {
        title: 'Ce que le registre peut faire',
        paragraphs: [
          'Refuser ou suspendre une société, refuser ou retirer un titre, suspendre un compte : toujours avec un motif écrit, adressé à la personne concernée. Chaque décision est inscrite au journal.',
        ],
      },
      {
        title: 'Ce qui est indicatif',
        paragraphs: [
          'Les rappels de droit nomment leur source et leur date. Ils ne remplacent pas un conseil.',
        ],
      },
    ],
  },
  en: {
    title: 'Terms',
    lead: 'What everyone promises by using Repère. The text is short so that it is read.',
    sections: [
      {
        title: 'For coordinators',
        list: [
          'Listing, being shown and being put in touch are free of charge, and will stay so.',
          'What you declare is true. A credential always shows who checked it, and when.',
          'Your calendar ages: after 45 days without confirmation, your free days turn to “unknown”.',
        ],
      },
      {
        title: 'For productions',
        list: [
          'A company is verified by a person of the registry before its first request.',
          'A request says the days, the place, the pay and the deadline for an answer.',
          'Contact details you receive serve the project at hand, and nothing else.',
        ],
      },
      {
        title: 'Holds and confirmations',
        paragraphs: [
          'A hold keeps days until its deadline, in the order in which holds were placed. A day is confirmed only once. Repère keeps the record of these acts; the contract of employment is signed between the parties.',
        ],
      },
      {
        title: 'What the registry may do',
        paragraphs: [
          'Refuse or suspend a company, refuse or withdraw a credential, suspend an account: always with a written reason, sent to the person concerned. Each decision is entered in the audit trail.',
        ],
      },
      {
        title: 'What is indicative',
        paragraphs: ['Reminders of law name their source and date. They are no substitute for advice.'],
      },
    ],
  },
}
