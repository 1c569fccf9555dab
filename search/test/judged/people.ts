import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { LanguageCode } from '@repere/db/vocabulary/language.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import { type Sketch, sketch } from '../cast.ts'

interface Rest {
  en?: string
  bio?: string
  proofs?: string[]
  also?: Discipline[]
}

const person =
  (discipline: Discipline) =>
  (
    displayName: string,
    titleForm: string,
    regions: RegionCode[],
    languages: LanguageCode[],
    specialisms: string[],
    headlineFr: string | null = null,
    { en, bio, proofs = [], also = [] }: Rest = {},
  ): Sketch =>
    sketch({
      displayName,
      titleForm,
      disciplines: [discipline, ...also],
      baseRegion: regions[0] ?? null,
      regions,
      languages,
      specialisms,
      headlineFr,
      headlineEn: en ?? null,
      bioFr: bio ?? null,
      credentials: proofs.map((code) => ({ code, decision: 'confirm', validUntil: null, expiresOn: null })),
    })

const intimacy = person('intimacy')
const eco = person('eco-production')

/** The people who are looked for by name, all invented; their namesakes stand beside them and in the crowd. */
// biome-ignore format: a table, one person a line
export const people: readonly Sketch[] = [
  intimacy('Aïda Kervella', 'coordinatrice d’intimité', ['FR-BRE', 'FR-PDL'], ['fr', 'br', 'en'], ['nudity', 'period-cultural'], 'Plateau fermé, gestes écrits', { proofs: ['IC-CQP-FR'] }),
  intimacy('Alida Kervellec', 'coordinatrice d’intimité', ['FR-IDF'], ['fr'], ['simulated-sex'], 'Longs métrages'),
  eco('Jean-Pierre Lœuvre', 'éco-référent', ['FR-IDF', 'FR-HDF'], ['fr', 'nl'], ['set-reuse', 'energy-generators'], 'Réemploi des décors', { proofs: ['EC-ECOPROD-TR'] }),
  eco('Jean-Paul Louvre', 'éco-manager', ['FR-HDF'], ['fr'], ['catering-waste'], 'Cantines sobres'),
  intimacy('Noé Delacroix', 'directeur d’intimité', ['FR-PAC', 'FR-20R'], ['fr', 'it'], ['stunts-fights', 'stage-opera'], 'Théâtre, opéra, cascades', { en: 'Fights and stunts', proofs: ['IC-SAG-REG'] }),
  intimacy('Zélie N’Guessan', 'coordinatrice d’intimité', ['FR-ARA', 'CH'], ['fr', 'en', 'de'], ['lgbtqia-stories', 'kink'], 'Récits queer et corps libres', { proofs: ['IC-IPA'] }),
  intimacy('Siân O’Connor', 'intimacy coordinator', ['GB', 'IE'], ['en', 'fr'], ['sexual-violence', 'period-cultural'], null, { en: 'Period drama and hard stories', proofs: ['IC-BECTU-REG'] }),
  eco('Éloïse Saint-Amand', 'coordinatrice d’éco-production', ['FR-NAQ', 'FR-OCC'], ['fr', 'es'], ['carbon-accounting', 'label-files'], 'Du scénario au bilan définitif', { proofs: ['EC-ECOPROD-TR'] }),
  eco('Jürgen Müller', 'Green Consultant', ['DE', 'FR-GES'], ['de', 'fr', 'en'], ['mobility-travel', 'suppliers'], 'Conseil vert des deux côtés du Rhin', { en: 'Green consulting across the Rhine', proofs: ['EC-GC-DE'] }),
  intimacy('Łukasz Wójcik', 'coordinateur d’intimité', ['PL', 'DE'], ['pl', 'de', 'en'], ['group-scenes'], null, { en: 'Crowd and group scenes', proofs: ['IC-BIK'] }),
  eco('Søren Ødegård', 'sustainability manager', ['NO', 'DK', 'SE'], ['no', 'da', 'en'], ['protected-sites'], null, { en: 'Fjords, forests and crews' }),
  intimacy('Inés Núñez Peña', 'coordinadora de intimidad', ['ES', 'PT'], ['es', 'pt', 'fr'], ['dance-musical', 'nudity'], 'Danse et comédie musicale', { proofs: ['IC-IDC'] }),
  eco('Defne Çelik', 'éco-référente', ['FR-GES', 'LU'], ['fr', 'tr', 'de'], ['multicamera-live', 'crew-training'], 'Captations et plateaux de flux'),
  intimacy('Lan Nguyễn', 'coordinatrice d’intimité', ['FR-IDF', 'FR-NOR'], ['fr', 'vi', 'en'], ['disability', 'casting-support'], 'Casting et handicap à l’écran', { proofs: ['SAFE-PSSM'] }),
  intimacy('Chiara D’Angelo', 'directrice d’intimité', ['IT', 'FR-PAC'], ['it', 'fr'], ['stage-opera', 'dance-musical'], 'Opéra et ballet'),
  intimacy('Gwenaëlle Le Goff', 'référente intimité', ['FR-BRE', 'FR-NOR'], ['fr', 'br'], ['minors-non-sexual', 'medical-birth'], 'Accouchements et scènes médicales', { proofs: ['SAFE-VHSS'] }),
  eco('Yannick Le Goff', 'éco-coordinateur', ['FR-BRE'], ['fr'], ['mobility-travel', 'protected-sites'], 'Tournages en bord de mer'),
  intimacy('Camille Martin', 'coordinateur·rice d’intimité', ['FR-BRE'], ['fr', 'en'], ['writers-room'], 'Salle d’écriture et lecture', { proofs: ['IC-CQP-FR'] }),
  eco('Camille Martin', 'coordinateur d’écoproduction', ['FR-ARA'], ['fr', 'it'], ['animation-vfx', 'digital-post'], 'Animation et post-production'),
  intimacy('Camille Martineau', 'coordinatrice d’intimité', ['FR-OCC'], ['fr', 'es'], ['nudity'], 'Fiction et documentaire'),
  eco('Mathieu Gauthier', 'éco-manager', ['FR-ARA', 'CH'], ['fr', 'de'], ['energy-generators', 'mobility-travel'], 'Énergie de plateau sans fioul', { proofs: ['EC-ALBERT-TR'] }),
  intimacy('Matthieu Gautier', 'coordinateur d’intimité', ['FR-IDF'], ['fr'], ['simulated-sex', 'body-doubles'], 'Doublures et chorégraphie'),
  eco('Solène Lefebvre', 'coordinatrice d’écoproduction', ['FR-NOR', 'FR-HDF'], ['fr', 'en'], ['catering-waste', 'set-reuse'], 'Zéro déchet, cantines locales', { proofs: ['SAFE-SST'] }),
  intimacy('Solenne Lefèvre', 'coordinatrice d’intimité', ['FR-HDF'], ['fr'], ['nudity'], 'Courts métrages'),
  eco('Ousmane Diallo', 'référent écoproduction', ['FR-IDF', 'FR-CVL'], ['fr', 'wo'], ['crew-training', 'script-analysis'], 'Former les équipes', { bio: 'J’ai accompagné des séries quotidiennes et un long métrage tourné dans le Sahel.' }),
  intimacy('Fatou Diallo-Sow', 'coordinatrice d’intimité', ['FR-IDF', 'MA'], ['fr', 'wo', 'ar'], ['period-cultural', 'sexual-violence'], 'Récits d’Afrique et d’ailleurs'),
  intimacy('Marie-Ève Tremblay', 'coordonnatrice de l’intimité', ['CA-QC', 'CA'], ['fr', 'en'], ['nudity', 'group-scenes'], 'Cinéma et télévision au Québec', { proofs: ['IC-ACTRA', 'IC-ICC'] }),
  eco('Étienne Bouchard', 'conseiller en écoproduction', ['CA-QC'], ['fr', 'en'], ['energy-generators', 'catering-waste'], 'On tourne vert, même l’hiver', { proofs: ['EC-OTV-QC'] }),
  intimacy('Maëlys Hoarau', 'coordinatrice d’intimité', ['FR-974', 'FR-976'], ['fr'], ['nudity', 'simulated-sex'], 'De Saint-Pierre à Mamoudzou'),
  eco('Anil Payet', 'éco-référent', ['FR-974'], ['fr', 'ta'], ['protected-sites', 'catering-waste'], 'Cirques, lagons, volcan'),
  eco('Joséphine Bellance', 'éco-référente', ['FR-971', 'FR-972'], ['fr'], ['protected-sites', 'set-reuse'], 'Tourner aux Antilles'),
  intimacy('Rudy Marie-Sainte', 'coordinateur d’intimité', ['FR-972'], ['fr', 'en'], ['dance-musical'], 'Danse, carnaval, corps'),
  eco('Thérèse Awili', 'éco-conseillère', ['FR-973'], ['fr', 'pt'], ['protected-sites'], 'Forêt et fleuve'),
  eco('Ghjulia Santoni', 'coordinatrice d’écoproduction', ['FR-20R', 'FR-PAC'], ['fr', 'co', 'it'], ['protected-sites', 'mobility-travel'], 'Maquis et littoral'),
  intimacy('Ange Colonna', 'coordinateur d’intimité', ['FR-20R'], ['fr', 'co'], ['nudity'], 'Fiction insulaire'),
  intimacy('Femke Verhoeven', 'intimacy coordinator', ['BE-VLG', 'NL', 'BE-BRU'], ['nl', 'en', 'fr'], ['digital-nudity', 'body-doubles'], 'Doublures et effets visuels', { proofs: ['IC-IOS'] }),
  eco('Benoît Vandamme', 'éco-manager', ['BE-BRU', 'BE-WAL'], ['fr', 'nl'], ['label-files', 'suppliers'], 'Dossiers de label à Bruxelles'),
  eco('Nora Schneider', 'Green Consultant', ['CH', 'AT'], ['de', 'fr', 'it'], ['carbon-accounting', 'energy-generators'], null, { en: 'Carbon-light shoots in the Alps', proofs: ['EC-GREENFILM'] }),
  intimacy('Hélène Fauconnier', 'coordinatrice d’intimité', ['FR-CVL', 'FR-IDF'], ['fr', 'lsf'], ['disability', 'stage-opera'], 'Tournages en langue des signes', { proofs: ['IC-IDIUK'] }),
  intimacy('Priya Raman', 'intimacy coordinator', ['GB'], ['en', 'hi', 'ta'], ['lgbtqia-stories', 'writers-room'], null, { en: 'Writers’ room to final cut', proofs: ['IC-ISS', 'IC-MFA-MV'] }),
  eco('Oliver Whitcombe', 'sustainability coordinator', ['GB'], ['en'], ['carbon-accounting', 'crew-training'], null, { en: 'Carbon literate crews', proofs: ['EC-ALBERT-TR'] }),
  intimacy('Hannah Goldberg', 'intimacy coordinator', ['US'], ['en', 'he'], ['simulated-sex', 'digital-nudity'], null, { en: 'Features and streaming series', proofs: ['IC-SAG-REG', 'IC-IDC'] }),
  intimacy('Tomás Ferreira da Silva', 'coordinateur d’intimité', ['PT', 'FR-NAQ'], ['pt', 'fr'], ['nudity', 'stunts-fights'], 'Corps, combat, confiance'),
  eco('Ainhoa Etxeberria', 'éco-référente', ['FR-NAQ', 'ES'], ['fr', 'eu', 'es'], ['set-reuse', 'costume-makeup'], 'Décors et costumes d’occasion'),
  eco('Guilhem Castaing', 'éco-référent', ['FR-OCC'], ['fr', 'oc', 'ca'], ['protected-sites', 'energy-generators'], 'Pyrénées et garrigue'),
  intimacy('Mireille Bélanger', 'directrice d’intimité', ['FR-OCC', 'FR-PAC'], ['fr', 'en'], ['stage-opera', 'stunts-fights'], 'Metteuse en scène et cascadeuse', { bio: 'Dix ans de théâtre à Avignon avant le plateau.' }),
  intimacy('Klára Dvořáková', 'coordinatrice d’intimité', ['CZ', 'HU'], ['cs', 'en', 'hu'], ['period-cultural', 'group-scenes'], null, { en: 'Costume drama in Prague' }),
  eco('Ștefan Popescu', 'eco manager', ['RO', 'HU'], ['ro', 'en'], ['set-reuse', 'suppliers'], null, { en: 'Backlots and local suppliers' }),
  eco('Eleni Papadopoulou', 'sustainability coordinator', ['GR'], ['el', 'en'], ['mobility-travel', 'protected-sites'], null, { en: 'Islands without idling boats' }),
  intimacy('Ayşe Yılmaz', 'coordinatrice d’intimité', ['FR-GES', 'DE'], ['fr', 'tr', 'de'], ['casting-support', 'minors-non-sexual'], 'Avec les familles et les jeunes'),
  intimacy('Jacqueline d’Hérouville', 'coordinatrice d’intimité', ['FR-NOR'], ['fr', 'en'], ['period-cultural'], 'Films en costumes'),
  eco('Clémentine Boulay', 'chargée d’éco-production', ['FR-PDL', 'FR-BRE'], ['fr'], ['digital-post', 'animation-vfx'], 'Studios d’animation sobres'),
  eco('Hacène Benmoussa', 'responsable d’éco-production', ['FR-PAC'], ['fr', 'ar'], ['label-files', 'script-analysis'], 'Label et dépouillement'),
  intimacy('Samira Benmoussa', 'coordinatrice d’intimité', ['FR-PAC', 'TN'], ['fr', 'ar', 'en'], ['sexual-violence', 'simulated-sex'], 'Fiction entre deux rives'),
  eco('Paule Rousseau', 'coordinatrice d’écoproduction', ['FR-BFC', 'FR-GES'], ['fr'], ['carbon-accounting', 'catering-waste'], 'Bilan carbone pas à pas'),
  intimacy('Paul Roussel', 'coordinateur d’intimité', ['FR-BFC'], ['fr'], ['group-scenes'], 'Figuration et foule'),
  eco('Wei Zhang', 'green consultant', ['FR-IDF'], ['zh', 'fr', 'en'], ['animation-vfx', 'digital-post'], 'Effets visuels et fermes de rendu'),
  intimacy('Leïla Farrokhzad', 'coordinatrice d’intimité', ['FR-IDF', 'FR-ARA'], ['fr', 'fa', 'en'], ['writers-room', 'sexual-violence'], 'De l’écriture au plateau'),
  eco('Anne-Sophie de La Tour', 'directrice de l’éco-production', ['FR-IDF'], ['fr', 'en'], ['label-files', 'carbon-accounting', 'crew-training'], 'Politique verte des studios', { proofs: ['EC-ALBERT-TR', 'EC-ECOPROD-TR'] }),
  intimacy('Gabriel Okonkwo', 'coordinateur d’intimité', ['FR-IDF', 'GB'], ['fr', 'en'], ['lgbtqia-stories', 'kink', 'nudity'], 'BDSM et récits queer', { proofs: ['IC-IPA'], also: [] }),
  intimacy('Maud Thibault', 'coordinatrice d’intimité et d’écoproduction', ['FR-PDL'], ['fr'], ['nudity', 'set-reuse'], 'Deux métiers, un plateau', { also: ['eco-production'] }),
  intimacy('Monique Weber', 'coordinatrice d’intimité', ['LU', 'BE-WAL'], ['fr', 'lb', 'de'], ['medical-birth', 'minors-non-sexual'], 'Coproductions du Grand-Duché'),
  intimacy('Ingrid Lindström', 'intimitetskoordinator', ['SE', 'FI'], ['sv', 'fi', 'en'], ['nudity', 'disability'], null, { en: 'Nordic noir, calmly' }),
  eco('Ludovic Grimaldi', 'éco-manager', ['MC', 'FR-PAC'], ['fr', 'it', 'en'], ['multicamera-live', 'mobility-travel'], 'Direct, sport et captation'),
]
