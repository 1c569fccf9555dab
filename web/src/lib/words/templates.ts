import type { TemplatePlaceholder, TemplatePurpose } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** What a template is for. */
export const templatePurposeNames: Labels<TemplatePurpose> = {
  fr: {
    'credential-document-seen': 'Titre : document vu',
    'credential-confirm': 'Titre : confirmé par l’émetteur',
    'credential-refuse': 'Titre : refus',
    'credential-withdraw': 'Titre : retrait',
    'credential-question': 'Titre : question à la personne',
    'company-verify': 'Société : vérification',
    'company-refuse': 'Société : refus',
    'company-suspend': 'Société : suspension',
    'company-restore': 'Société : rétablissement',
    'company-question': 'Société : question à la production',
  },
  en: {
    'credential-document-seen': 'Credential: document seen',
    'credential-confirm': 'Credential: confirmed by the issuer',
    'credential-refuse': 'Credential: refusal',
    'credential-withdraw': 'Credential: withdrawal',
    'credential-question': 'Credential: question to the person',
    'company-verify': 'Company: verification',
    'company-refuse': 'Company: refusal',
    'company-suspend': 'Company: suspension',
    'company-restore': 'Company: restoration',
    'company-question': 'Company: question to the production',
  },
}

/** What stands in a place of a template. */
export const templatePlaceNames: Labels<TemplatePlaceholder> = {
  fr: {
    person: 'nom du profil',
    credential: 'nom du titre',
    issuer: 'émetteur',
    number: 'numéro déclaré',
    issuedOn: 'date d’obtention',
    expiresOn: 'fin imprimée',
    contact: 'interlocuteur',
    company: 'raison sociale',
    registration: 'immatriculation',
    country: 'pays (code)',
    today: 'date du jour',
  },
  en: {
    person: 'name on the profile',
    credential: 'name of the credential',
    issuer: 'issuer',
    number: 'number declared',
    issuedOn: 'day it was obtained',
    expiresOn: 'printed end',
    contact: 'contact person',
    company: 'legal name',
    registration: 'registration number',
    country: 'country (code)',
    today: 'day of the decision',
  },
}
