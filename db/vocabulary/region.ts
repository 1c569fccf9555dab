/** A place where a person agrees to work: French regions by ISO 3166-2, neighbouring countries by ISO 3166-1. */
export interface Region {
  code: string
  country: string
  /** INSEE code: text, since 01 is Guadeloupe and 75 is Nouvelle-Aquitaine. Empty outside France. */
  insee: string
  nuts: string
  nameFr: string
  nameEn: string
  /** Codes of an earlier ISO edition, accepted on the wire. */
  oldCodes: readonly string[]
  /** Other names people type: towns, short forms, the other language. */
  alsoCalled: readonly string[]
  neighbours: readonly string[]
}

// biome-ignore format: a table, one region a line
export const regions = [
  { code: 'FR-ARA', country: 'FR', insee: '84', nuts: 'FRK', nameFr: 'Auvergne-Rhône-Alpes', nameEn: 'Auvergne-Rhône-Alpes', oldCodes: [], alsoCalled: ['Lyon', 'Grenoble', 'Annecy', 'AURA'], neighbours: ['FR-BFC', 'FR-CVL', 'FR-NAQ', 'FR-OCC', 'FR-PAC', 'CH', 'IT'] },
  { code: 'FR-BFC', country: 'FR', insee: '27', nuts: 'FRC', nameFr: 'Bourgogne-Franche-Comté', nameEn: 'Burgundy-Franche-Comté', oldCodes: [], alsoCalled: ['Dijon', 'Besançon', 'Bourgogne', 'Burgundy'], neighbours: ['FR-ARA', 'FR-CVL', 'FR-GES', 'FR-IDF', 'CH'] },
  { code: 'FR-BRE', country: 'FR', insee: '53', nuts: 'FRH', nameFr: 'Bretagne', nameEn: 'Brittany', oldCodes: [], alsoCalled: ['Rennes', 'Brest', 'Brittany'], neighbours: ['FR-NOR', 'FR-PDL'] },
  { code: 'FR-CVL', country: 'FR', insee: '24', nuts: 'FRB', nameFr: 'Centre-Val de Loire', nameEn: 'Centre-Loire Valley', oldCodes: [], alsoCalled: ['Tours', 'Orléans'], neighbours: ['FR-ARA', 'FR-BFC', 'FR-IDF', 'FR-NAQ', 'FR-NOR', 'FR-PDL'] },
  { code: 'FR-20R', country: 'FR', insee: '94', nuts: 'FRM', nameFr: 'Corse', nameEn: 'Corsica', oldCodes: ['FR-COR'], alsoCalled: ['Ajaccio', 'Bastia', 'Corsica'], neighbours: ['FR-PAC', 'IT'] },
  { code: 'FR-GES', country: 'FR', insee: '44', nuts: 'FRF', nameFr: 'Grand Est', nameEn: 'Grand Est', oldCodes: [], alsoCalled: ['Strasbourg', 'Reims', 'Nancy', 'Metz', 'Alsace', 'Lorraine'], neighbours: ['FR-BFC', 'FR-HDF', 'FR-IDF', 'BE-WAL', 'LU', 'DE', 'CH'] },
  { code: 'FR-HDF', country: 'FR', insee: '32', nuts: 'FRE', nameFr: 'Hauts-de-France', nameEn: 'Hauts-de-France', oldCodes: [], alsoCalled: ['Lille', 'Amiens'], neighbours: ['FR-GES', 'FR-IDF', 'FR-NOR', 'BE-WAL', 'BE-VLG'] },
  { code: 'FR-IDF', country: 'FR', insee: '11', nuts: 'FR1', nameFr: 'Île-de-France', nameEn: 'Île-de-France (Greater Paris)', oldCodes: [], alsoCalled: ['Paris', 'Région parisienne', 'IDF', 'Greater Paris'], neighbours: ['FR-BFC', 'FR-CVL', 'FR-GES', 'FR-HDF', 'FR-NOR'] },
  { code: 'FR-NOR', country: 'FR', insee: '28', nuts: 'FRD', nameFr: 'Normandie', nameEn: 'Normandy', oldCodes: [], alsoCalled: ['Rouen', 'Caen', 'Le Havre', 'Normandy'], neighbours: ['FR-BRE', 'FR-CVL', 'FR-HDF', 'FR-IDF', 'FR-PDL'] },
  { code: 'FR-NAQ', country: 'FR', insee: '75', nuts: 'FRI', nameFr: 'Nouvelle-Aquitaine', nameEn: 'Nouvelle-Aquitaine', oldCodes: [], alsoCalled: ['Bordeaux', 'Angoulême', 'La Rochelle'], neighbours: ['FR-ARA', 'FR-CVL', 'FR-OCC', 'FR-PDL', 'ES'] },
  { code: 'FR-OCC', country: 'FR', insee: '76', nuts: 'FRJ', nameFr: 'Occitanie', nameEn: 'Occitania', oldCodes: [], alsoCalled: ['Toulouse', 'Montpellier'], neighbours: ['FR-ARA', 'FR-NAQ', 'FR-PAC', 'ES'] },
  { code: 'FR-PDL', country: 'FR', insee: '52', nuts: 'FRG', nameFr: 'Pays de la Loire', nameEn: 'Pays de la Loire', oldCodes: [], alsoCalled: ['Nantes', 'Angers', 'Le Mans', 'Vendée'], neighbours: ['FR-BRE', 'FR-CVL', 'FR-NAQ', 'FR-NOR'] },
  { code: 'FR-PAC', country: 'FR', insee: '93', nuts: 'FRL', nameFr: "Provence-Alpes-Côte d'Azur", nameEn: "Provence-Alpes-Côte d'Azur", oldCodes: [], alsoCalled: ['PACA', 'Marseille', 'Nice', 'Provence', 'Côte d’Azur', 'Région Sud'], neighbours: ['FR-ARA', 'FR-OCC', 'FR-20R', 'MC', 'IT'] },
  { code: 'FR-971', country: 'FR', insee: '01', nuts: 'FRY1', nameFr: 'Guadeloupe', nameEn: 'Guadeloupe', oldCodes: ['FR-GP'], alsoCalled: ['Pointe-à-Pitre'], neighbours: ['FR-972'] },
  { code: 'FR-972', country: 'FR', insee: '02', nuts: 'FRY2', nameFr: 'Martinique', nameEn: 'Martinique', oldCodes: ['FR-MQ'], alsoCalled: ['Fort-de-France'], neighbours: ['FR-971'] },
  { code: 'FR-973', country: 'FR', insee: '03', nuts: 'FRY3', nameFr: 'Guyane', nameEn: 'French Guiana', oldCodes: ['FR-GF'], alsoCalled: ['Cayenne'], neighbours: [] },
  { code: 'FR-974', country: 'FR', insee: '04', nuts: 'FRY4', nameFr: 'La Réunion', nameEn: 'Réunion', oldCodes: ['FR-RE'], alsoCalled: ['La Réunion', 'Saint-Denis de La Réunion'], neighbours: ['FR-976'] },
  { code: 'FR-976', country: 'FR', insee: '06', nuts: 'FRY5', nameFr: 'Mayotte', nameEn: 'Mayotte', oldCodes: ['FR-YT'], alsoCalled: ['Mamoudzou'], neighbours: ['FR-974'] },
  { code: 'BE-BRU', country: 'BE', insee: '', nuts: 'BE1', nameFr: 'Bruxelles-Capitale', nameEn: 'Brussels-Capital', oldCodes: [], alsoCalled: ['Bruxelles', 'Brussels'], neighbours: ['BE-VLG', 'BE-WAL'] },
  { code: 'BE-VLG', country: 'BE', insee: '', nuts: 'BE2', nameFr: 'Flandre', nameEn: 'Flanders', oldCodes: [], alsoCalled: [], neighbours: ['BE-BRU', 'BE-WAL', 'FR-HDF', 'NL'] },
  { code: 'BE-WAL', country: 'BE', insee: '', nuts: 'BE3', nameFr: 'Wallonie', nameEn: 'Wallonia', oldCodes: [], alsoCalled: [], neighbours: ['BE-BRU', 'BE-VLG', 'FR-HDF', 'FR-GES', 'LU', 'DE'] },
  { code: 'LU', country: 'LU', insee: '', nuts: 'LU0', nameFr: 'Luxembourg', nameEn: 'Luxembourg', oldCodes: [], alsoCalled: [], neighbours: ['BE-WAL', 'FR-GES', 'DE'] },
  { code: 'CH', country: 'CH', insee: '', nuts: 'CH0', nameFr: 'Suisse', nameEn: 'Switzerland', oldCodes: [], alsoCalled: ['Genève', 'Lausanne', 'Zurich'], neighbours: ['FR-ARA', 'FR-BFC', 'FR-GES', 'DE', 'AT', 'IT'] },
  { code: 'MC', country: 'MC', insee: '', nuts: '', nameFr: 'Monaco', nameEn: 'Monaco', oldCodes: [], alsoCalled: [], neighbours: ['FR-PAC', 'IT'] },
  { code: 'DE', country: 'DE', insee: '', nuts: '', nameFr: 'Allemagne', nameEn: 'Germany', oldCodes: [], alsoCalled: ['Berlin', 'Munich'], neighbours: ['FR-GES', 'BE-WAL', 'LU', 'CH', 'AT', 'NL', 'DK', 'PL', 'CZ'] },
  { code: 'AT', country: 'AT', insee: '', nuts: '', nameFr: 'Autriche', nameEn: 'Austria', oldCodes: [], alsoCalled: [], neighbours: ['DE', 'CH', 'IT', 'CZ', 'HU'] },
  { code: 'IT', country: 'IT', insee: '', nuts: '', nameFr: 'Italie', nameEn: 'Italy', oldCodes: [], alsoCalled: [], neighbours: ['FR-ARA', 'FR-PAC', 'FR-20R', 'MC', 'CH', 'AT'] },
  { code: 'ES', country: 'ES', insee: '', nuts: '', nameFr: 'Espagne', nameEn: 'Spain', oldCodes: [], alsoCalled: [], neighbours: ['FR-NAQ', 'FR-OCC', 'PT'] },
  { code: 'PT', country: 'PT', insee: '', nuts: '', nameFr: 'Portugal', nameEn: 'Portugal', oldCodes: [], alsoCalled: [], neighbours: ['ES'] },
  { code: 'GB', country: 'GB', insee: '', nuts: '', nameFr: 'Royaume-Uni', nameEn: 'United Kingdom', oldCodes: ['UK'], alsoCalled: ['UK', 'England', 'Londres', 'London', 'Angleterre'], neighbours: ['IE'] },
  { code: 'IE', country: 'IE', insee: '', nuts: '', nameFr: 'Irlande', nameEn: 'Ireland', oldCodes: [], alsoCalled: [], neighbours: ['GB'] },
  { code: 'NL', country: 'NL', insee: '', nuts: '', nameFr: 'Pays-Bas', nameEn: 'Netherlands', oldCodes: [], alsoCalled: [], neighbours: ['BE-VLG', 'DE'] },
  { code: 'DK', country: 'DK', insee: '', nuts: '', nameFr: 'Danemark', nameEn: 'Denmark', oldCodes: [], alsoCalled: [], neighbours: ['DE', 'SE'] },
  { code: 'SE', country: 'SE', insee: '', nuts: '', nameFr: 'Suède', nameEn: 'Sweden', oldCodes: [], alsoCalled: [], neighbours: ['DK', 'NO', 'FI'] },
  { code: 'NO', country: 'NO', insee: '', nuts: '', nameFr: 'Norvège', nameEn: 'Norway', oldCodes: [], alsoCalled: [], neighbours: ['SE', 'FI'] },
  { code: 'FI', country: 'FI', insee: '', nuts: '', nameFr: 'Finlande', nameEn: 'Finland', oldCodes: [], alsoCalled: [], neighbours: ['SE', 'NO'] },
  { code: 'PL', country: 'PL', insee: '', nuts: '', nameFr: 'Pologne', nameEn: 'Poland', oldCodes: [], alsoCalled: [], neighbours: ['DE', 'CZ'] },
  { code: 'CZ', country: 'CZ', insee: '', nuts: '', nameFr: 'Tchéquie', nameEn: 'Czechia', oldCodes: [], alsoCalled: [], neighbours: ['DE', 'PL', 'AT'] },
  { code: 'HU', country: 'HU', insee: '', nuts: '', nameFr: 'Hongrie', nameEn: 'Hungary', oldCodes: [], alsoCalled: [], neighbours: ['AT', 'RO', 'HR'] },
  { code: 'RO', country: 'RO', insee: '', nuts: '', nameFr: 'Roumanie', nameEn: 'Romania', oldCodes: [], alsoCalled: [], neighbours: ['HU'] },
  { code: 'GR', country: 'GR', insee: '', nuts: '', nameFr: 'Grèce', nameEn: 'Greece', oldCodes: [], alsoCalled: [], neighbours: [] },
  { code: 'HR', country: 'HR', insee: '', nuts: '', nameFr: 'Croatie', nameEn: 'Croatia', oldCodes: [], alsoCalled: [], neighbours: ['HU'] },
  { code: 'MA', country: 'MA', insee: '', nuts: '', nameFr: 'Maroc', nameEn: 'Morocco', oldCodes: [], alsoCalled: [], neighbours: [] },
  { code: 'TN', country: 'TN', insee: '', nuts: '', nameFr: 'Tunisie', nameEn: 'Tunisia', oldCodes: [], alsoCalled: [], neighbours: [] },
  { code: 'CA-QC', country: 'CA', insee: '', nuts: '', nameFr: 'Québec', nameEn: 'Quebec', oldCodes: [], alsoCalled: ['Montréal', 'Montreal'], neighbours: ['CA', 'US'] },
  { code: 'CA', country: 'CA', insee: '', nuts: '', nameFr: 'Canada (hors Québec)', nameEn: 'Canada (outside Quebec)', oldCodes: [], alsoCalled: [], neighbours: ['CA-QC', 'US'] },
  { code: 'US', country: 'US', insee: '', nuts: '', nameFr: 'États-Unis', nameEn: 'United States', oldCodes: [], alsoCalled: ['USA', 'États-Unis', 'New York', 'Los Angeles'], neighbours: ['CA-QC', 'CA'] },
  { code: 'AU', country: 'AU', insee: '', nuts: '', nameFr: 'Australie', nameEn: 'Australia', oldCodes: [], alsoCalled: [], neighbours: [] },
  { code: 'ZA', country: 'ZA', insee: '', nuts: '', nameFr: 'Afrique du Sud', nameEn: 'South Africa', oldCodes: [], alsoCalled: [], neighbours: [] },
] as const satisfies readonly Region[]

export type RegionCode = (typeof regions)[number]['code']

export const regionCodes: readonly RegionCode[] = regions.map((region) => region.code)

const byAnyCode = new Map<string, RegionCode>(
  regions.flatMap((region) => [region.code, ...region.oldCodes].map((code) => [code, region.code] as const)),
)

/** The current code for a current or old one; undefined for an unknown word. */
export const toRegionCode = (code: string): RegionCode | undefined => byAnyCode.get(code)
