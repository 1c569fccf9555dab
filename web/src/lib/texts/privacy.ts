import type { Texts } from './text.ts'

export const privacy: Texts = {
  fr: {
    title: 'Données personnelles',
    lead: 'Ce que nous gardons, pourquoi, combien de temps, et qui le voit. Aucun cookie publicitaire, donc aucun bandeau.',
    sections: [
      {
        title: 'Publier est un acte',
        paragraphs: [
          'S’inscrire ne publie rien. Un profil paraît quand son titulaire le publie, après avoir relu ce qui devient visible. Le retirer prend effet à la requête suivante, partout, moteur de recherche compris. Aucun profil n’est créé d’avance à partir d’une liste.',
        ],
      },
      {
        title: 'Qui voit quoi',
        list: [
          'Tout le monde : ce que la personne a choisi de publier, et l’état de ses jours (libre, en option, pris, inconnu), jamais le motif.',
          'Les sociétés vérifiées : les champs que la personne leur réserve, par exemple un tarif.',
          'Après une demande acceptée : courriel et téléphone, aux deux parties seulement.',
          'Le registre : les pièces déposées.',
          'Personne : les notes du calendrier.',
        ],
      },
      {
        title: 'Ce que nous ne demandons pas',
        paragraphs: [
          'Date de naissance, genre, orientation, santé, syndicat, casier judiciaire, adresse du domicile, photographie. La description d’une scène ne nomme personne.',
        ],
      },
      {
        title: 'Combien de temps',
        list: [
          'Un compte dont l’adresse n’est pas confirmée : 7 jours.',
          'Une session : 14 jours sans visite, 30 jours au plus.',
          'Le texte d’un courriel envoyé : 7 jours.',
          'Ce que liste votre page Notifications, chiffré : 90 jours.',
          'Une liste apportée par le registre pour inviter ses professionnels : ses lignes, 30 jours après l’envoi ; une invitation sans réponse, 60 jours ; un refus d’être sollicité, une empreinte illisible de l’adresse, tant qu’il vaut.',
          'Un lien expiré : 7 jours.',
          'Un compte inutilisé : deux ans après la dernière visite, avec un avertissement un mois avant.',
          'Une demande sans suite : un an. Une réservation confirmée : cinq ans.',
          'Titres, descriptions et messages : illisibles six mois après le dernier jour de travail, leur clef étant détruite ; plus tard seulement si un signalement est ouvert.',
          'Une pièce justificative : 90 jours après la décision ; son empreinte reste.',
        ],
        paragraphs: [
          'Titres de projets, descriptions, messages et pièces sont chiffrés. Les cookies servent à la session, au choix de l’apparence et à un message d’une page à l’autre.',
        ],
      },
      {
        title: 'Vos droits',
        paragraphs: [
          'Depuis votre compte, page « Vos données » : tout emporter en un fichier, relire ce que vous avez accepté, voir qui a vu vos coordonnées et quand, effacer le compte après avoir lu ce qui disparaît et ce qui reste.',
          'L’effacement est immédiat. Les réservations de l’autre partie gardent leurs jours, sans votre nom ; le journal du registre garde des identifiants sans signification. Un effacement est rejoué si une sauvegarde est restaurée.',
          'Rectification, limitation, opposition : écrivez au registre, à l’adresse des mentions légales. Vous pouvez saisir la CNIL.',
          'Aucune décision n’est prise par une machine : l’ordre des résultats suit des règles écrites, et les titres sont lus par des personnes.',
        ],
      },
    ],
  },
  en: {
    title: 'Personal data',
    lead: 'What we keep, why, for how long, and who sees it. No advertising cookies, hence no banner.',
    sections: [
      {
        title: 'Publishing is an act',
        paragraphs: [
          'Signing up publishes nothing. A profile appears when its owner publishes it, having read what becomes visible. Withdrawing it takes effect at the next request, everywhere, the search engine included. No profile is made in advance from a list.',
        ],
      },
      {
        title: 'Who sees what',
        list: [
          'Everyone: what the person chose to publish, and the state of their days (free, on hold, taken, unknown), never the reason.',
          'Verified companies: the fields the person keeps for them, a rate for example.',
          'After a request was accepted: e-mail and telephone, to the two parties only.',
          'The registry: the documents that were sent in.',
          'Nobody: the notes of the calendar.',
        ],
      },
      {
        title: 'What we do not ask',
        paragraphs: [
          'Date of birth, gender, orientation, health, union, criminal record, home address, photograph. The description of a scene names nobody.',
        ],
      },
      {
        title: 'For how long',
        list: [
          'An account whose address is not confirmed: 7 days.',
          'A session: 14 days without a visit, 30 days at most.',
          'The text of a mail that was sent: 7 days.',
          'What your Notifications page lists, encrypted: 90 days.',
          'A list the registry was given to invite its professionals: its lines, 30 days after the sending; an invitation without an answer, 60 days; a refusal of further mail, an unreadable print of the address, for as long as it holds.',
          'A link that has expired: 7 days.',
          'An unused account: two years after the last visit, with a warning a month before.',
          'A request that led to nothing: a year. A confirmed booking: five years.',
          'Titles, descriptions and messages: unreadable six months after the last day of work, their key being destroyed; later only while a report is open.',
          'A document of proof: 90 days after the decision; its fingerprint stays.',
        ],
        paragraphs: [
          'Project titles, descriptions, messages and documents are encrypted. Cookies serve the session, the choice of appearance, and one message from one page to the next.',
        ],
      },
      {
        title: 'Your rights',
        paragraphs: [
          'From your account, page “Your data”: take everything with you in one file, reread what you agreed to, see who saw your contact details and when, erase the account after reading what goes and what stays.',
          'Erasure is immediate. The other side’s bookings keep their days, without your name; the registry’s audit trail keeps meaningless identifiers. An erasure is repeated should a backup be restored.',
          'Rectification, restriction, objection: write to the registry, at the address of the legal notice. You may turn to the French authority, the CNIL.',
          'No decision is taken by a machine: the order of results follows written rules, and credentials are read by people.',
        ],
      },
    ],
  },
}
