import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'

export interface InvitationFacts {
  token: string
  name: string
  email: string
  inviter: string
  source: string
  /** What else is held, in words of the person's language, already named. */
  held: readonly (readonly [label: string, words: string])[]
  /** Until when the link holds, and when everything is deleted without an answer. */
  openUntil: Date
  deletedOn: Date
}

/**
 * Invites somebody to claim a draft. They never asked for this mail, so it says who writes, what the registry is, what
 * is held about them and from where, for how long, and how to end it (GDPR, article 14).
 */
export const invitation = (origin: string, locale: Locale, facts: InvitationFacts): Letter => {
  const words = wording[locale]
  const url = pageUrl(origin, locale, `/claim/${facts.token}`)
  return writeLetter({
    template: 'invitation',
    locale,
    subject: words.subject(facts.inviter),
    title: words.title,
    greeting: words.hello(facts.name),
    paragraphs: words.paragraphs(facts),
    rows: [[words.name, facts.name], [words.email, facts.email], ...facts.held],
    deadline: words.until(day(locale, facts.openUntil)),
    action: { label: words.label, url },
    note: words.note(day(locale, facts.deletedOn), `${url}/stop`, pageUrl(origin, locale, '/legal/privacy')),
    because: words.because(facts),
  })
}

const formatIn = (tag: string) =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Europe/Paris' })

const formats: Record<Locale, Intl.DateTimeFormat> = { fr: formatIn('fr-FR'), en: formatIn('en-GB') }

const day = (locale: Locale, at: Date): string => formats[locale].format(at)

type Told = Pick<InvitationFacts, 'inviter' | 'source'>

interface Words {
  subject: (inviter: string) => string
  title: string
  hello: (name: string) => string
  paragraphs: (facts: Told) => string[]
  name: string
  email: string
  until: (day: string) => string
  label: string
  note: (deletedOn: string, stopUrl: string, privacyUrl: string) => string
  because: (facts: Told) => string
}

const wording: Record<Locale, Words> = {
  fr: {
    subject: (inviter) => `${inviter} vous invite à rejoindre le registre Repère`,
    title: 'Une fiche vous attend, à vous de décider',
    hello: (name) => `Bonjour ${name},`,
    paragraphs: ({ inviter, source }) => [
      `${inviter} vous invite à rejoindre Repère, le registre où les productions de cinéma, d’audiovisuel et de spectacle trouvent les personnes qui coordonnent l’intimité ou l’éco-production. L’inscription est gratuite.`,
      `Rien n’est publié. Vos coordonnées viennent de cette liste\u00a0: «\u00a0${source}\u00a0». Voici tout ce que nous détenons à votre sujet\u00a0:`,
    ],
    name: 'Nom',
    email: 'Adresse',
    until: (when) => `L’invitation vaut jusqu’au ${when} et ne sert qu’une fois`,
    label: 'Lire l’invitation',
    note: (deletedOn, stopUrl, privacyUrl) =>
      `Le bouton ouvre une page\u202f; il n’accepte rien à votre place. Sans réponse de votre part, ces informations sont effacées le ${deletedOn}. Pour les faire effacer dès maintenant et ne plus recevoir d’invitation\u00a0: ${stopUrl} — Vos droits (accès, rectification, effacement, réclamation auprès de la CNIL)\u00a0: ${privacyUrl}`,
    because: ({ inviter, source }) =>
      `Vous recevez ce message parce que ${inviter} a communiqué la liste «\u00a0${source}\u00a0» au registre, qui s’en sert pour cette seule invitation.`,
  },
  en: {
    subject: (inviter) => `${inviter} invites you to join the Repère registry`,
    title: 'A draft is waiting, the choice is yours',
    hello: (name) => `Hello ${name},`,
    paragraphs: ({ inviter, source }) => [
      `${inviter} invites you to join Repère, the registry where film, television and stage productions find intimacy coordinators and eco-production coordinators. Listing is free.`,
      `Nothing is published. Your details come from this list: “${source}”. This is all we hold about you:`,
    ],
    name: 'Name',
    email: 'Address',
    until: (when) => `The invitation holds until ${when} and works once`,
    label: 'Read the invitation',
    note: (deletedOn, stopUrl, privacyUrl) =>
      `The button opens a page; it accepts nothing for you. Without an answer from you, these details are deleted on ${deletedOn}. To have them deleted now and receive no further invitation: ${stopUrl} — Your rights (access, rectification, erasure, complaint to the CNIL): ${privacyUrl}`,
    because: ({ inviter, source }) =>
      `You receive this message because ${inviter} gave the list “${source}” to the registry, which uses it for this invitation only.`,
  },
}
