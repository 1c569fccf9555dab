import { projectTypeWords, sayCount, sayPeriod, sayShortly } from './booking-facts.ts'
import type { NoticeTable, Told } from './booking-notice.ts'

const period = ({ facts }: Told) => sayPeriod('fr', facts.days)
const count = ({ facts, days }: Told) => sayCount('fr', (days ?? facts.days).length)
const when = ({ facts }: Told) => (facts.deadline ? sayShortly('fr', facts.deadline, facts.timeZone) : '')
const other = ({ facts, to }: Told) => (to === 'coordinator' ? facts.companyName : facts.coordinatorName)

/** `de Maëlle`, `d’Anna`. */
const of = (name: string) => (/^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`)

const asCoordinator =
  'Vous recevez ce message parce que votre profil Repère est publié ou qu’une demande vous concerne.'
const asProduction = 'Vous recevez ce message parce que votre société a fait cette demande sur Repère.'
const why = ({ to }: Told) => (to === 'coordinator' ? asCoordinator : asProduction)

export const french: NoticeTable = {
  'request-received': (told) => ({
    subject: `Répondre avant ${when(told)}\u00a0: une demande pour ${period(told)}`,
    title: 'Une demande attend votre réponse',
    paragraphs: [
      `${told.facts.companyName}, société vérifiée, vous demande pour ${projectTypeWords.fr[told.facts.projectType]}.`,
      'Sans réponse, la demande expire et la production en est prévenue. Rappels 48\u00a0h, 24\u00a0h et 2\u00a0h avant.',
    ],
    deadline: 'Répondre avant',
    button: 'Lire la demande et répondre',
    because: why(told),
  }),
  'request-withdrawn': (told) => ({
    subject: `Demande retirée\u00a0: ${period(told)}`,
    title: 'La demande est retirée',
    paragraphs: [`${told.facts.companyName} a retiré sa demande. Vous n’avez rien à faire.`],
    button: 'Voir la demande',
    because: why(told),
  }),
  'request-countered': (told) => ({
    subject: `Répondre avant ${when(told)}\u00a0: une autre proposition pour ${period(told)}`,
    title: 'Une autre proposition attend votre réponse',
    paragraphs: [
      `${other(told)} propose d’autres conditions. La page montre ce qui change, ligne à ligne\u202f: acceptez, proposez à votre tour, ou déclinez.`,
    ],
    deadline: 'Répondre avant',
    button: 'Comparer et répondre',
    because: why(told),
  }),
  'counter-accepted': (told) => ({
    subject: `Proposition acceptée\u00a0: option sur ${period(told)}`,
    title: 'Votre proposition est acceptée',
    paragraphs: [
      told.to === 'production'
        ? `${other(told)} accepte vos conditions. Les jours sont retenus pour vous jusqu’à l’échéance\u202f; confirmez, ou libérez-les.`
        : `${other(told)} accepte vos conditions. L’option est posée jusqu’à l’échéance.`,
    ],
    deadline: told.to === 'production' ? 'Confirmer avant' : 'L’option tient jusqu’au',
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'counter-booked': (told) => ({
    subject: `Réservation confirmée\u00a0: ${period(told)}`,
    title: 'La réservation est confirmée',
    paragraphs: [`${other(told)} accepte vos conditions. Les coordonnées sont sur la page.`],
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'counter-declined': (told) => ({
    subject: `Proposition déclinée\u00a0: ${period(told)}`,
    title: 'Votre proposition est déclinée',
    paragraphs: [`${other(told)} ne donne pas suite à vos conditions. La raison est sur la page.`],
    button: 'Lire la réponse',
    because: why(told),
  }),
  'counter-lapsed': (told) => ({
    subject: `Proposition expirée\u00a0: ${period(told)}`,
    title: 'La proposition a expiré',
    paragraphs: [
      'La dernière proposition est restée sans réponse à l’échéance. Les deux parties en sont prévenues.',
    ],
    button: 'Voir la demande',
    because: why(told),
  }),
  'option-placed': (told) => ({
    subject: `Confirmer avant ${when(told)}\u00a0: votre option sur ${period(told)}`,
    title: 'Votre option est posée',
    paragraphs: [
      `${told.facts.coordinatorName} a accepté. Les jours sont retenus pour vous jusqu’à l’échéance\u202f; confirmez, ou libérez-les.`,
    ],
    deadline: 'Confirmer avant',
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'request-booked': (told) => ({
    subject: `Réservation confirmée\u00a0: ${period(told)}`,
    title: 'La réservation est confirmée',
    paragraphs: [
      `${told.facts.coordinatorName} a accepté votre demande ferme. Les coordonnées sont sur la page.`,
    ],
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'request-declined': (told) => ({
    subject: `Demande déclinée\u00a0: ${period(told)}`,
    title: 'La demande est déclinée',
    paragraphs: [
      `${told.facts.coordinatorName} ne peut pas répondre favorablement. La raison est sur la page.`,
    ],
    button: 'Lire la réponse',
    because: why(told),
  }),
  'option-confirmed': (told) => ({
    subject: `Option confirmée\u00a0: ${period(told)}`,
    title: 'Votre réservation est confirmée',
    paragraphs: [
      `${told.facts.companyName} confirme son option. Ces jours sont à présent pris dans votre calendrier.`,
    ],
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'option-released': (told) => ({
    subject: `Option libérée\u00a0: ${period(told)}`,
    title: 'L’option est libérée',
    paragraphs: [`${other(told)} a libéré l’option. Les jours ne sont plus retenus.`],
    button: 'Voir la réservation',
    because: why(told),
  }),
  'booking-cancelled': (told) => ({
    subject: `Réservation annulée\u00a0: ${period(told)}`,
    title: 'La réservation est annulée',
    paragraphs: [
      `${other(told)} a annulé la réservation. La raison et les conditions d’annulation sont sur la page.`,
    ],
    button: 'Lire la raison',
    because: why(told),
  }),
  'booking-voided': (told) => ({
    subject: `Réservation close par le registre\u00a0: ${period(told)}`,
    title: 'Le registre a clos cette réservation',
    paragraphs: ['Elle n’a plus d’effet. La raison donnée par le registre est sur la page.'],
    button: 'Lire la raison',
    because: why(told),
  }),
  'request-lapsed': (told) => ({
    subject: `Demande expirée\u00a0: ${period(told)}`,
    title: 'La demande a expiré',
    paragraphs: [
      told.to === 'coordinator'
        ? `La demande de la société ${told.facts.companyName} est restée sans réponse\u202f; la production en est prévenue.`
        : `${told.facts.coordinatorName} n’a pas répondu à temps. Vous pouvez demander à quelqu’un d’autre.`,
    ],
    button: 'Voir la demande',
    because: why(told),
  }),
  'option-lapsed': (told) => ({
    subject: `Option expirée\u00a0: ${period(told)}`,
    title: 'L’option a expiré',
    paragraphs: [
      told.to === 'coordinator'
        ? `L’option de la société ${told.facts.companyName} n’a pas été confirmée à temps. Ces jours ne sont plus retenus.`
        : 'Votre option n’a pas été confirmée à temps. Ces jours ne sont plus retenus pour vous.',
    ],
    button: 'Voir la réservation',
    because: why(told),
  }),
  'dates-lost': (told) => ({
    subject: `Jours pris\u00a0: ${count(told)} de votre demande`,
    title: 'Une autre production a confirmé',
    paragraphs: [
      (told.count ?? 1) > 1
        ? `Des jours de ${told.count} de vos demandes sont à présent confirmés pour une autre production.`
        : `Une autre production a réservé ${told.facts.coordinatorName} sur ${count(told)} de votre demande.`,
      'Votre place est gardée\u00a0: si cette réservation est annulée, nous vous le dirons.',
    ],
    button: 'Voir ce qui reste',
    because: why(told),
  }),
  'moved-up': (told) => ({
    subject: `Votre option avance sur ${count(told)}`,
    title: 'Votre option avance',
    paragraphs: [
      `Une réservation placée avant la vôtre auprès ${of(told.facts.coordinatorName)} a pris fin. La page dit votre rang, jour par jour.`,
    ],
    deadline: 'Confirmer avant',
    button: 'Voir votre rang',
    because: why(told),
  }),
  'must-answer': (told) => ({
    subject: `Confirmer ou libérer avant ${when(told)}\u00a0: votre option sur ${period(told)}`,
    title: 'Votre option doit être confirmée ou libérée',
    paragraphs: [
      `Une autre production s’engage à réserver ${told.facts.coordinatorName} pour des jours que vous tenez en option. Confirmez, ou libérez-les\u202f: à l’échéance, l’option est libérée d’elle-même.`,
      'Les week-ends et les jours fériés français ne comptent pas dans ce délai.',
    ],
    deadline: 'Confirmer ou libérer avant',
    button: 'Décider',
    because: why(told),
  }),
  'option-challenges': (told) => ({
    subject: `Option prête à confirmer\u00a0: ${period(told)}`,
    title: 'Une production s’engage à confirmer',
    paragraphs: [
      `${told.facts.companyName} confirmera dès que les options placées avant la sienne seront libérées. Celles-ci ont un délai pour confirmer. Vous n’avez rien à faire.`,
    ],
    button: 'Voir la réservation',
    because: why(told),
  }),
  'request-pressed': (told) => ({
    subject: `Votre demande ferme avance\u00a0: ${period(told)}`,
    title: 'Votre demande est retenue, sous réserve',
    paragraphs: [
      `${told.facts.coordinatorName} souhaite accepter. Les options placées avant ont un délai pour confirmer\u202f; si toutes sont libérées, votre réservation est confirmée aussitôt.`,
    ],
    button: 'Voir la demande',
    because: why(told),
  }),
  'challenge-over': (told) => ({
    subject: `Plus rien à confirmer d’urgence\u00a0: votre option sur ${period(told)}`,
    title: 'Votre option n’est plus sollicitée',
    paragraphs: [
      'L’autre production n’attend plus votre décision. Votre option garde son rang et son échéance d’origine.',
    ],
    deadline: 'Confirmer avant',
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'challenge-lapsed': (told) => ({
    subject: `Option libérée faute de réponse\u00a0: ${period(told)}`,
    title: 'L’option est libérée',
    paragraphs: [
      told.to === 'coordinator'
        ? `${told.facts.companyName} n’a ni confirmé ni libéré son option dans le délai. Ces jours ne sont plus retenus pour elle.`
        : 'Vous n’avez ni confirmé ni libéré l’option dans le délai. Ces jours ne sont plus retenus pour vous.',
    ],
    button: 'Voir la réservation',
    because: why(told),
  }),
  'challenge-won': (told) => ({
    subject: `Réservation confirmée\u00a0: ${period(told)}`,
    title: told.to === 'coordinator' ? 'Votre réservation est confirmée' : 'La réservation est confirmée',
    paragraphs: [
      told.to === 'coordinator'
        ? `Plus aucune option ne précède celle de la société ${told.facts.companyName}\u202f: la réservation est confirmée. Ces jours sont à présent pris dans votre calendrier.`
        : `Plus aucune option ne précède la vôtre auprès ${of(told.facts.coordinatorName)}\u202f: la réservation est confirmée, comme annoncé.`,
    ],
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'challenge-lost': (told) => ({
    subject: `Jours confirmés par une autre production\u00a0: ${period(told)}`,
    title: 'Une autre production a confirmé',
    paragraphs: [
      told.to === 'coordinator'
        ? 'Une option placée avant a été confirmée dans le délai, ou la réservation n’est plus possible. La demande ferme reste ouverte jusqu’à son échéance.'
        : 'Une option placée avant a été confirmée dans le délai, ou la réservation n’est plus possible. Votre place est gardée derrière elle.',
    ],
    button: 'Voir ce qui reste',
    because: why(told),
  }),
  'option-trimmed': (told) => ({
    subject: `Option réduite\u00a0: ${period(told)}`,
    title: 'L’option porte sur moins de jours',
    paragraphs: [
      `${told.facts.companyName} garde ${sayCount('fr', told.facts.days.length)} de son option et libère les autres.`,
    ],
    button: 'Voir la réservation',
    because: why(told),
  }),
  'extension-asked': (told) => ({
    subject: `Prolonger l’option sur ${period(told)}\u00a0: votre accord est demandé`,
    title: 'Une prolongation attend votre réponse',
    paragraphs: [
      `${told.facts.companyName} demande à garder son option plus longtemps. Sans réponse de votre part, l’option prend fin à l’échéance prévue.`,
    ],
    deadline: 'L’option prend fin le',
    button: 'Lire et répondre',
    because: why(told),
  }),
  'extension-accepted': (told) => ({
    subject: `Option prolongée jusqu’au ${when(told)}\u00a0: ${period(told)}`,
    title: 'Votre option est prolongée',
    paragraphs: [`${told.facts.coordinatorName} accepte la prolongation. Votre rang ne change pas.`],
    deadline: 'Confirmer avant',
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'extension-refused': (told) => ({
    subject: `Prolongation refusée\u00a0: confirmer avant ${when(told)}`,
    title: 'La prolongation est refusée',
    paragraphs: [
      `${told.facts.coordinatorName} ne prolonge pas l’option. Elle prend fin à l’échéance prévue.`,
    ],
    deadline: 'Confirmer avant',
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'reminder-to-answer': (told) => ({
    subject: `Rappel, répondre avant ${when(told)}`,
    title: 'Une demande attend encore votre réponse',
    paragraphs: [
      told.to === 'coordinator'
        ? `La demande de la société ${told.facts.companyName} expire à l’échéance. Un refus aussi est une réponse.`
        : `La proposition ${of(told.facts.coordinatorName)} expire à l’échéance. Un refus aussi est une réponse.`,
    ],
    deadline: 'Répondre avant',
    button: 'Lire la demande et répondre',
    because: why(told),
  }),
  'reminder-to-confirm': (told) => ({
    subject: `Rappel, confirmer avant ${when(told)}`,
    title: 'Votre option arrive à échéance',
    paragraphs: [
      `L’option auprès ${of(told.facts.coordinatorName)} expire à l’échéance. Confirmez-la, ou libérez les jours.`,
    ],
    deadline: 'Confirmer avant',
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'reminder-of-challenge': (told) => ({
    subject: `Rappel, confirmer ou libérer avant ${when(told)}`,
    title: 'Votre option va être libérée',
    paragraphs: [
      `Une autre production attend votre décision sur l’option auprès ${of(told.facts.coordinatorName)}. À l’échéance, l’option est libérée d’elle-même.`,
    ],
    deadline: 'Confirmer ou libérer avant',
    button: 'Décider',
    because: why(told),
  }),
  'message-received': (told) => ({
    subject: `Nouveau message\u00a0: ${other(told)}`,
    title: 'Un message vous attend',
    paragraphs: [`${other(told)} vous a écrit. Le message se lit sur la page, jamais dans un courriel.`],
    button: 'Lire le message',
    because: why(told),
  }),
  'work-completed': (told) =>
    told.to === 'production'
      ? {
          subject: `Travail terminé\u00a0: confirmer le crédit ${of(other(told))}`,
          title: 'Un crédit à confirmer',
          paragraphs: [
            `Les jours réservés auprès ${of(other(told))} sont passés. Confirmez en un clic sa fonction et ses jours de plateau, ou dites que le travail n’a pas eu lieu comme prévu.`,
            'Aucune note, aucun avis n’est demandé. Le titre peut rester confidentiel jusqu’à la date de votre choix.',
          ],
          button: 'Confirmer le crédit',
          because: why(told),
        }
      : {
          subject: `Travail terminé\u00a0: ${period(told)}`,
          title: 'La réservation est accomplie',
          paragraphs: [
            `La société ${other(told)} est invitée à confirmer votre fonction et vos jours de plateau. Vous choisirez ensuite de montrer ce crédit ou non.`,
          ],
          button: 'Ouvrir la réservation',
          because: why(told),
        },
  'credit-awaited': (told) => ({
    subject: `Rappel\u00a0: le crédit ${of(other(told))} attend votre réponse`,
    title: 'Un crédit attend votre réponse',
    paragraphs: [
      `Le travail ${of(other(told))} est terminé, et personne n’a encore confirmé sa fonction et ses jours de plateau. Un clic suffit, ou deux si le travail n’a pas eu lieu comme prévu.`,
      'Ces jours comptent dans l’expérience que les registres demandent. Vous recevrez deux rappels au plus.',
    ],
    button: 'Confirmer le crédit',
    because: why(told),
  }),
  'credit-confirmed': (told) => ({
    subject: `Crédit confirmé\u00a0: ${period(told)}`,
    title: 'Votre crédit est confirmé',
    paragraphs: [
      `La société ${other(told)} a confirmé votre fonction et vos jours de plateau. Ils comptent dès maintenant dans votre expérience\u202f; rien ne paraît sur votre profil sans votre accord.`,
    ],
    button: 'Lire, montrer ou non',
    because: why(told),
  }),
  'credit-corrected': (told) => ({
    subject: `Crédit corrigé\u00a0: ${period(told)}`,
    title: 'La production a corrigé un crédit',
    paragraphs: [
      `La société ${other(told)} a corrigé ce qu’elle avait confirmé. Si ce n’est pas juste, masquez le crédit et écrivez-lui dans le fil de la réservation.`,
    ],
    button: 'Relire le crédit',
    because: why(told),
  }),
  'credit-not-as-booked': (told) => ({
    subject: `Crédit non confirmé\u00a0: ${period(told)}`,
    title: 'La production n’a pas confirmé le crédit',
    paragraphs: [
      `La société ${other(told)} indique que le travail n’a pas eu lieu comme prévu. Rien n’en paraît nulle part. Si ce n’est pas juste, écrivez-lui dans le fil de la réservation\u202f: elle peut corriger pendant 30\u00a0jours.`,
    ],
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'referee-asked': (told) => ({
    subject: `${other(told)} vous demande d’être une référence`,
    title: 'Accepteriez-vous d’être une référence\u202f?',
    paragraphs: [
      `${other(told)} demande si d’autres productions peuvent vous parler de ce travail. Rien n’est écrit, rien n’est noté\u202f: une production vérifiée peut demander à être mise en relation, et vos coordonnées ne lui sont montrées que si vous répondez oui, chaque fois.`,
      'Vous pouvez refuser sans motif, et retirer votre accord à tout moment.',
    ],
    button: 'Accepter ou refuser',
    because: why(told),
  }),
  'referee-agreed': (told) => ({
    subject: `Référence acceptée\u00a0: ${period(told)}`,
    title: 'La production accepte d’être une référence',
    paragraphs: [
      `La société ${other(told)} accepte que des productions vérifiées demandent à lui parler de ce travail. Vous choisissez à qui votre profil le dit.`,
    ],
    button: 'Choisir qui le lit',
    because: why(told),
  }),
  'referee-refused': (told) => ({
    subject: `Référence refusée\u00a0: ${period(told)}`,
    title: 'La production préfère ne pas être une référence',
    paragraphs: [`Votre crédit confirmé par ${other(told)} reste ce qu’il est.`],
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
  'referee-withdrawn': (told) => ({
    subject: `Référence retirée\u00a0: ${period(told)}`,
    title: 'La production n’est plus une référence',
    paragraphs: [
      `La société ${other(told)} a retiré son accord. Votre profil n’en dit plus rien\u202f; votre crédit confirmé reste.`,
    ],
    button: 'Ouvrir la réservation',
    because: why(told),
  }),
}
