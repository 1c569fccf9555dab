import type { ItemReason, ProfileItem } from '@repere/api/client.ts'
import type { Labels } from '#lib/words/words.ts'

/** What is still missing from a profile. */
export const itemNames: Labels<ProfileItem> = {
  fr: {
    displayName: 'Votre nom',
    disciplines: 'Votre métier',
    regions: 'Une région au moins',
    levels: 'Votre niveau',
    headline: 'Une ligne de présentation',
    specialisms: 'Une compétence au moins',
    languages: 'Vos langues de travail',
    employmentForms: 'Les contrats acceptés',
    credentials: 'Un titre au moins',
    days: 'Vos jours',
    experience: 'Vos jours de plateau',
    credits: 'Un crédit au moins',
    bio: 'Votre manière de travailler',
    frenchText: 'Un texte en français',
    englishText: 'Un texte en anglais',
    verifiedEmail: 'Votre adresse confirmée',
  },
  en: {
    displayName: 'Your name',
    disciplines: 'Your profession',
    regions: 'At least one region',
    levels: 'Your level',
    headline: 'One line about you',
    specialisms: 'At least one skill',
    languages: 'Your working languages',
    employmentForms: 'The contracts you accept',
    credentials: 'At least one credential',
    days: 'Your days',
    experience: 'Your days on set',
    credits: 'At least one credit',
    bio: 'Your way of working',
    frenchText: 'A text in French',
    englishText: 'A text in English',
    verifiedEmail: 'Your confirmed address',
  },
}

/** Why it matters. */
export const reasonNames: Labels<ItemReason> = {
  fr: {
    'needed-to-publish': 'Sans cela, rien ne peut être publié.',
    'read-first': 'C’est ce qu’on lit en premier.',
    'found-by-filter': 'Sans cela, ce filtre ne vous trouve pas.',
    'settles-the-contract': 'Évite une question avant chaque demande.',
    proves: 'C’est ce qui prouve, et ce qu’on cherche d’abord.',
    'found-by-dates': `Sans eux, toute recherche avec des dates vous dit «\u00a0inconnue\u00a0».`,
    'counts-beside-certificates': 'Compte à côté des titres, dans un métier plus jeune qu’eux.',
    'shows-work': 'On y lit ce que vous avez fait, même sous un titre confidentiel.',
    'read-before-asking': 'On la lit avant de vous écrire.',
    'read-here': 'La plupart des productions lisent en français. Sinon, votre texte anglais leur est montré.',
    'read-abroad': 'Lu par les coproductions. Sinon, votre texte français leur est montré.',
  },
  en: {
    'needed-to-publish': 'Without it, nothing can be published.',
    'read-first': 'It is what people read first.',
    'found-by-filter': 'Without it, this filter does not find you.',
    'settles-the-contract': 'Saves a question before every request.',
    proves: 'It is what proves, and what people look for first.',
    'found-by-dates': 'Without them, every search with dates says “unknown” of you.',
    'counts-beside-certificates': 'Counts beside credentials, in a profession younger than they are.',
    'shows-work': 'It tells what you have done, even under a confidential title.',
    'read-before-asking': 'People read it before they write to you.',
    'read-here': 'Most productions read French. Otherwise they see your English text.',
    'read-abroad': 'Read by co-productions. Otherwise they see your French text.',
  },
}
