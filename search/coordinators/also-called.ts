import type { LanguageCode } from '@repere/db/vocabulary/language.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'

/**
 * What else people type for a place: departments, former regions, towns where one shoots, and what the vocabulary does
 * not call it. Only search reads them.
 */
// biome-ignore format: a table, one region a line
export const placesAlsoCalled: { readonly [Code in RegionCode]?: readonly string[] } = {
  'FR-ARA': ['Auvergne', 'Rhône-Alpes', 'Savoie', 'Haute-Savoie', 'Ain', 'Allier', 'Ardèche', 'Cantal', 'Drôme', 'Isère', 'Loire', 'Haute-Loire', 'Puy-de-Dôme', 'Rhône', 'Villeurbanne', 'Saint-Étienne', 'Clermont-Ferrand', 'Chambéry', 'Valence'],
  'FR-BFC': ['Franche-Comté', 'Côte-d’Or', 'Doubs', 'Jura', 'Nièvre', 'Haute-Saône', 'Saône-et-Loire', 'Yonne', 'Territoire de Belfort', 'Chalon-sur-Saône', 'Auxerre', 'Nevers'],
  'FR-BRE': ['Finistère', 'Morbihan', 'Côtes-d’Armor', 'Ille-et-Vilaine', 'Quimper', 'Lorient', 'Vannes', 'Saint-Malo', 'Saint-Brieuc', 'Breizh'],
  'FR-CVL': ['Centre', 'Val de Loire', 'Cher', 'Eure-et-Loir', 'Indre', 'Indre-et-Loire', 'Loir-et-Cher', 'Loiret', 'Bourges', 'Blois', 'Chartres', 'Touraine'],
  'FR-20R': ['Corse-du-Sud', 'Haute-Corse', 'Calvi', 'Porto-Vecchio', 'Bonifacio', 'Corti'],
  'FR-GES': ['Champagne-Ardenne', 'Ardennes', 'Aube', 'Marne', 'Haute-Marne', 'Meurthe-et-Moselle', 'Meuse', 'Moselle', 'Bas-Rhin', 'Haut-Rhin', 'Vosges', 'Mulhouse', 'Colmar', 'Troyes', 'Champagne'],
  'FR-HDF': ['Nord-Pas-de-Calais', 'Picardie', 'Picardy', 'Nord', 'Pas-de-Calais', 'Aisne', 'Oise', 'Somme', 'Roubaix', 'Tourcoing', 'Dunkerque', 'Valenciennes', 'Arras', 'Calais'],
  'FR-IDF': ['Seine-Saint-Denis', 'Seine-et-Marne', 'Yvelines', 'Essonne', 'Hauts-de-Seine', 'Val-de-Marne', 'Val-d’Oise', 'Montreuil', 'Saint-Denis', 'Bry-sur-Marne', 'Boulogne-Billancourt', 'Versailles', 'Fontainebleau', 'banlieue parisienne'],
  'FR-NOR': ['Haute-Normandie', 'Basse-Normandie', 'Calvados', 'Eure', 'Manche', 'Orne', 'Seine-Maritime', 'Deauville', 'Cherbourg', 'Dieppe', 'Étretat', 'Honfleur'],
  'FR-NAQ': ['Aquitaine', 'Limousin', 'Poitou-Charentes', 'Charente', 'Charente-Maritime', 'Corrèze', 'Creuse', 'Dordogne', 'Gironde', 'Landes', 'Lot-et-Garonne', 'Pyrénées-Atlantiques', 'Deux-Sèvres', 'Haute-Vienne', 'Pays basque', 'Basque Country', 'Béarn', 'Périgord', 'Bayonne', 'Biarritz', 'Pau', 'Limoges', 'Poitiers'],
  'FR-OCC': ['Languedoc-Roussillon', 'Midi-Pyrénées', 'Ariège', 'Aude', 'Aveyron', 'Gard', 'Haute-Garonne', 'Gers', 'Hérault', 'Lot', 'Lozère', 'Hautes-Pyrénées', 'Pyrénées-Orientales', 'Tarn', 'Tarn-et-Garonne', 'Nîmes', 'Perpignan', 'Sète', 'Béziers', 'Albi', 'Rodez'],
  'FR-PDL': ['Loire-Atlantique', 'Maine-et-Loire', 'Mayenne', 'Sarthe', 'Saint-Nazaire', 'Laval', 'La Roche-sur-Yon', 'Anjou'],
  'FR-PAC': ['Alpes-de-Haute-Provence', 'Hautes-Alpes', 'Alpes-Maritimes', 'Bouches-du-Rhône', 'Var', 'Vaucluse', 'Aix-en-Provence', 'Cannes', 'Avignon', 'Arles', 'Martigues', 'Toulon', 'Antibes', 'La Ciotat', 'Gap', 'French Riviera'],
  'FR-971': ['Antilles', 'West Indies', 'Outre-mer', 'Basse-Terre', 'Caraïbes', 'Caribbean'],
  'FR-972': ['Antilles', 'West Indies', 'Outre-mer', 'Caraïbes', 'Caribbean'],
  'FR-973': ['Guyane française', 'Guiana', 'Outre-mer', 'Kourou', 'Amazonie'],
  'FR-974': ['Île de la Réunion', 'Reunion Island', 'Outre-mer', 'Saint-Pierre', 'océan Indien'],
  'FR-976': ['Outre-mer', 'océan Indien'],
  'BE-BRU': ['Belgique', 'Belgium', 'Brussel'],
  'BE-VLG': ['Belgique', 'Belgium', 'Vlaanderen', 'Anvers', 'Antwerp', 'Gand', 'Ghent'],
  'BE-WAL': ['Belgique', 'Belgium', 'Liège', 'Namur', 'Charleroi', 'Mons'],
  CH: ['Schweiz', 'Geneva', 'Zürich', 'Bâle', 'Berne', 'Suisse romande'],
  DE: ['Deutschland', 'Hambourg', 'Hamburg', 'Cologne', 'Köln', 'Munich', 'München', 'Stuttgart', 'Babelsberg'],
  AT: ['Vienne', 'Vienna', 'Wien'],
  IT: ['Rome', 'Roma', 'Milan', 'Turin', 'Naples', 'Cinecittà'],
  ES: ['España', 'Madrid', 'Barcelone', 'Barcelona', 'Catalogne', 'Andalousie'],
  PT: ['Lisbonne', 'Lisbon', 'Lisboa', 'Porto'],
  GB: ['Scotland', 'Écosse', 'Wales', 'pays de Galles', 'Manchester', 'Cardiff', 'Glasgow'],
  IE: ['Dublin'],
  NL: ['Holland', 'Hollande', 'Amsterdam', 'Rotterdam'],
  DK: ['Copenhague', 'Copenhagen'],
  SE: ['Stockholm'],
  NO: ['Oslo'],
  FI: ['Helsinki'],
  PL: ['Varsovie', 'Warsaw', 'Łódź', 'Cracovie'],
  CZ: ['République tchèque', 'Czech Republic', 'Prague', 'Praha'],
  HU: ['Budapest'],
  RO: ['Bucarest', 'Bucharest'],
  GR: ['Athènes', 'Athens'],
  HR: ['Zagreb', 'Dubrovnik'],
  MA: ['Casablanca', 'Ouarzazate', 'Marrakech'],
  TN: ['Tunis'],
  CA: ['Toronto', 'Vancouver'],
  US: ['Hollywood', 'California', 'Californie', 'Atlanta'],
  AU: ['Sydney', 'Melbourne'],
  ZA: ['Le Cap', 'Cape Town', 'Johannesburg'],
}

/** Other names of languages, and of whoever speaks them. */
// biome-ignore format: a table, one language a line
export const languagesAlsoCalled: { readonly [Code in LanguageCode]?: readonly string[] } = {
  fr: ['francophone', 'français', 'française'],
  en: ['anglophone', 'anglaise'],
  ar: ['arabophone', 'darija'],
  br: ['bretonnant', 'brezhoneg'],
  de: ['germanophone', 'allemande', 'Deutsch'],
  es: ['hispanophone', 'castillan', 'Castilian', 'espagnole', 'español'],
  eu: ['euskara'],
  fa: ['farsi', 'iranien'],
  it: ['italophone', 'italienne', 'italiano'],
  nl: ['néerlandophone', 'flamand', 'Flemish', 'hollandais'],
  pt: ['lusophone', 'portugaise', 'brésilien', 'Brazilian'],
  ru: ['russophone'],
  zh: ['mandarin', 'sinophone'],
  lsf: ['langue des signes', 'sign language', 'signeur', 'signeuse'],
  bsl: ['langue des signes', 'sign language'],
  asl: ['langue des signes', 'sign language'],
}

/**
 * Other words for a skill, by the code it was seeded with: singulars, trade words, the other language's habits. A skill
 * that registrars add is found by its two names.
 */
// biome-ignore format: a table, one skill a line
export const skillsAlsoCalled: { readonly [code: string]: readonly string[] } = {
  nudity: ['scène de nu', 'nude scene'],
  'simulated-sex': ['sexe simulé', 'scène de sexe', 'sex scene', 'love scene', 'scène d’amour'],
  'sexual-violence': ['violence sexuelle', 'viol', 'agression sexuelle', 'sexual assault', 'rape scene'],
  'minors-non-sexual': ['enfant', 'enfants', 'adolescent', 'ados', 'children', 'teenagers', 'jeunes', 'mineur'],
  'lgbtqia-stories': ['LGBT', 'LGBTQ', 'LGBTQI', 'queer', 'gay', 'lesbien', 'trans'],
  disability: ['handicapé', 'disabled', 'accessibilité', 'situation de handicap'],
  kink: ['fétichisme', 'fetish'],
  'stunts-fights': ['cascade', 'combat', 'bagarre', 'stunt', 'fight choreography'],
  'period-cultural': ['film d’époque', 'film en costumes', 'historique', 'period drama', 'costume drama', 'historical'],
  'casting-support': ['distribution', 'audition'],
  'writers-room': ['écriture', 'scénariste', 'writers room', 'script development'],
  'group-scenes': ['scène de groupe', 'foule', 'figurants', 'crowd', 'extras', 'orgie'],
  'body-doubles': ['doublure corps', 'doublure', 'body double'],
  'digital-nudity': ['effets numériques', 'visual effects'],
  'dance-musical': ['chorégraphie', 'ballet', 'clip', 'danse', 'dancer'],
  'stage-opera': ['théâtre', 'scène', 'spectacle vivant', 'theater', 'stage'],
  'medical-birth': ['naissance', 'hôpital', 'scène médicale', 'childbirth', 'hospital'],
  'script-analysis': ['dépouillement', 'lecture de scénario', 'script breakdown'],
  'carbon-accounting': ['empreinte carbone', 'bilan CO2', 'calculateur carbone', 'carbon footprint', 'carbon report', 'Carbon’Clap', 'SeCO2'],
  'label-files': ['label', 'labellisation', 'dossier de label', 'certification du tournage'],
  'set-reuse': ['décor', 'réemploi', 'récupération', 'ressourcerie', 'recycling', 'recyclage', 'set design'],
  'energy-generators': ['groupe électrogène', 'groupe', 'énergie', 'batterie', 'battery', 'power', 'generator'],
  'catering-waste': ['déchet', 'gestion des déchets', 'tri', 'zéro déchet', 'cantine', 'traiteur', 'compost', 'waste management'],
  'mobility-travel': ['transport', 'covoiturage', 'déplacements', 'train', 'travel', 'transportation'],
  'protected-sites': ['site naturel protégé', 'site protégé', 'nature', 'biodiversité', 'biodiversity', 'parc national', 'national park', 'Natura 2000'],
  'costume-makeup': ['costume', 'coiffure', 'HMC', 'makeup', 'wardrobe'],
  'animation-vfx': ['dessin animé', 'film d’animation', 'visual effects', 'effet visuel'],
  'multicamera-live': ['direct', 'multicaméra', 'émission', 'live', 'sport', 'studio'],
  'crew-training': ['formation équipe', 'formateur', 'formatrice', 'sensibilisation', 'atelier', 'workshop', 'trainer'],
  'digital-post': ['postprod', 'montage', 'stockage', 'data'],
  suppliers: ['fournisseur', 'prestataire', 'location', 'sourcing', 'vendors'],
}
