import type {
  ImportField,
  ImportLine,
  ImportProblem,
  ImportRowState,
  ImportState,
  InvitationState,
  ListEncoding,
  ListFault,
  ListSeparator,
  Locale,
} from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Where a list stands. */
export const importStateNames: Labels<ImportState> = {
  fr: {
    draft: 'colonnes à choisir',
    checking: 'essai en cours',
    checked: 'à relire et envoyer',
    sending: 'envoi en cours',
    done: 'envoyée',
    cancelled: 'arrêtée',
  },
  en: {
    draft: 'columns to choose',
    checking: 'trial under way',
    checked: 'to review and send',
    sending: 'being sent',
    done: 'sent',
    cancelled: 'stopped',
  },
}

/** Where a line stands. */
export const importRowStateNames: Labels<ImportRowState> = {
  fr: {
    waiting: 'en attente',
    ready: 'prête',
    problem: 'à corriger',
    skipped: 'sans suite',
    invited: 'invitée',
  },
  en: {
    waiting: 'waiting',
    ready: 'ready',
    problem: 'to correct',
    skipped: 'nothing to do',
    invited: 'invited',
  },
}

/** What a column fills. */
export const importFieldNames: Labels<ImportField> = {
  fr: {
    email: 'adresse électronique',
    name: 'nom complet',
    'given-name': 'prénom',
    'family-name': 'nom de famille',
    discipline: 'métier (intimité, écoproduction)',
    title: 'intitulé du métier',
    headline: 'présentation en une phrase',
    region: 'régions',
  },
  en: {
    email: 'e-mail address',
    name: 'full name',
    'given-name': 'given name',
    'family-name': 'family name',
    discipline: 'work (intimacy, eco-production)',
    title: 'title of the work',
    headline: 'headline in one sentence',
    region: 'regions',
  },
}

/** What stands against a line, and what to do. */
export const importProblemNames: Labels<ImportProblem> = {
  fr: {
    'email-missing': 'adresse absente',
    'email-wrong': 'adresse mal écrite',
    'name-missing': 'nom absent',
    'name-too-long': 'nom de plus de 80 signes',
    'discipline-unknown': 'métier inconnu : écrire intimité ou écoproduction',
    'region-unknown': 'région inconnue',
    'title-too-long': 'intitulé de plus de 80 signes',
    'title-claims-certification':
      'intitulé qui annonce une certification : elle se prouve, elle ne s’écrit pas',
    'headline-too-long': 'présentation de plus de 160 signes',
    'text-unreadable': 'caractères illisibles',
    'too-many-cells': 'plus de cellules que de colonnes : un séparateur sans guillemets',
    'duplicate-row': 'adresse déjà plus haut dans la liste',
    'has-account': 'a déjà un compte',
    'invited-already': 'a déjà une invitation en attente',
    'mail-refused': 'ne souhaite pas recevoir d’invitation',
  },
  en: {
    'email-missing': 'no address',
    'email-wrong': 'address not written right',
    'name-missing': 'no name',
    'name-too-long': 'name of more than 80 characters',
    'discipline-unknown': 'unknown work: write intimacy or eco-production',
    'region-unknown': 'unknown region',
    'title-too-long': 'title of more than 80 characters',
    'title-claims-certification': 'title that claims a certification: that is proven, not written',
    'headline-too-long': 'headline of more than 160 characters',
    'text-unreadable': 'unreadable characters',
    'too-many-cells': 'more cells than columns: a separator without quotation marks',
    'duplicate-row': 'address further up in the list already',
    'has-account': 'has an account already',
    'invited-already': 'has an invitation waiting already',
    'mail-refused': 'wants no invitation',
  },
}

/** What became of an invitation. */
export const invitationStateNames: Labels<InvitationState> = {
  fr: {
    open: 'sans réponse',
    lapsed: 'délai passé',
    claimed: 'acceptée',
    revoked: 'reprise',
    refused: 'refusée',
    replaced: 'remplacée',
  },
  en: {
    open: 'no answer yet',
    lapsed: 'lapsed',
    claimed: 'claimed',
    revoked: 'taken back',
    refused: 'refused',
    replaced: 'replaced',
  },
}

export const encodingNames: Labels<ListEncoding> = {
  fr: {
    'utf-8': 'UTF-8',
    'utf-16': 'UTF-16',
    'windows-1252': 'Windows-1252',
    mixed: 'un mélange d’UTF-8 et de Windows-1252 (vérifiez les accents)',
  },
  en: {
    'utf-8': 'UTF-8',
    'utf-16': 'UTF-16',
    'windows-1252': 'Windows-1252',
    mixed: 'a mixture of UTF-8 and Windows-1252 (check the accents)',
  },
}

export const separatorNames: Labels<ListSeparator> = {
  fr: { comma: 'des virgules', semicolon: 'des points-virgules', tab: 'des tabulations' },
  en: { comma: 'commas', semicolon: 'semicolons', tab: 'tabs' },
}

const faults: Labels<ListFault> = {
  fr: {
    empty: 'Ce fichier est vide.',
    workbook: 'C’est un classeur, pas un CSV. Dans le tableur : Enregistrer sous, CSV.',
    'not-text': 'Ce n’est pas une liste, quel que soit le nom du fichier. Il faut un CSV.',
    'unreadable-character': 'Un caractère illisible s’y trouve.',
    'quote-unclosed': 'Des guillemets s’ouvrent et ne se ferment pas.',
    'quote-misplaced':
      'Des guillemets se trouvent au milieu d’une cellule. Doublez-les, et entourez la cellule.',
    'headings-only': 'Il n’y a aucune ligne sous les titres.',
    'too-many-rows': 'Il y a plus de 5 000 lignes. Coupez le fichier en plusieurs listes.',
    'too-many-columns': 'Il y a plus de 60 colonnes. Gardez celles qui servent.',
    'cell-too-long': 'Une cellule dépasse 2 000 signes, ou des guillemets manquent.',
  },
  en: {
    empty: 'This file is empty.',
    workbook: 'This is a workbook, not a CSV. In the spreadsheet: Save as, CSV.',
    'not-text': 'This is not a list, whatever the file is called. A CSV is wanted.',
    'unreadable-character': 'It holds an unreadable character.',
    'quote-unclosed': 'Quotation marks open and do not close.',
    'quote-misplaced': 'Quotation marks stand in the middle of a cell. Double them, and quote the cell.',
    'headings-only': 'There is no line below the headings.',
    'too-many-rows': 'There are more than 5,000 lines. Cut the file into several lists.',
    'too-many-columns': 'There are more than 60 columns. Keep those that serve.',
    'cell-too-long': 'A cell is longer than 2,000 characters, or quotation marks are missing.',
  },
}

/** Why a file cannot be read, and where to look: « À la ligne 12 : … ». */
export const sayFault = (because: ListFault, row: number | null, locale: Locale): string => {
  const sentence = faults[locale][because]
  if (row === null) return sentence
  return locale === 'fr' ? `À la ligne ${row} : ${sentence}` : `On line ${row}: ${sentence}`
}

/** What stands against a line, with the heading of the column it is about. */
export const sayProblem = (
  { code, column }: ImportLine['problems'][number],
  headings: readonly string[],
  locale: Locale,
): string => {
  const words = importProblemNames[locale][code]
  const heading = column === null ? undefined : headings[column]
  if (!heading) return words
  return locale === 'fr' ? `${words} (colonne ${heading})` : `${words} (column ${heading})`
}
