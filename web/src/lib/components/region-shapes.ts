/**
 * The French regions, drawn by us with few points: places as longitude and latitude, borders as lists of places. A border
 * two regions have in common is one list, so that there is neither gap nor overlap between them.
 */
type Place = readonly [longitude: number, latitude: number]

const borders = {
  // Coasts and frontiers, clockwise from the north.
  hdfAbroad: [
    [1.38, 50.06],
    [1.58, 50.5],
    [1.6, 50.87],
    [2.55, 51.08],
    [3.15, 50.75],
    [4.1, 50.25],
    [4.2, 49.96],
  ],
  gesAbroad: [
    [4.2, 49.96],
    [4.85, 50.1],
    [5.47, 49.5],
    [6.36, 49.46],
    [7.4, 49.15],
    [8.2, 48.97],
    [7.6, 48.1],
    [7.58, 47.6],
    [7.13, 47.5],
  ],
  bfcAbroad: [
    [7.13, 47.5],
    [6.9, 47.1],
    [6.15, 46.55],
    [6.06, 46.42],
  ],
  araAbroad: [
    [6.06, 46.42],
    [6.25, 46.2],
    [6.8, 46.42],
    [7.04, 45.92],
    [6.8, 45.72],
    [7.1, 45.3],
    [6.58, 45.11],
  ],
  pacAbroad: [
    [6.58, 45.11],
    [7.05, 44.7],
    [6.9, 44.35],
    [7.68, 44.12],
    [7.52, 43.78],
    [6.95, 43.5],
    [6.65, 43.15],
    [6.0, 43.1],
    [5.35, 43.25],
    [4.65, 43.38],
    [4.23, 43.46],
  ],
  occAbroad: [
    [4.23, 43.46],
    [3.6, 43.35],
    [3.1, 43.05],
    [3.17, 42.43],
    [1.9, 42.45],
    [0.7, 42.78],
    [-0.32, 42.84],
  ],
  naqAbroad: [
    [-0.32, 42.84],
    [-1.35, 43.05],
    [-1.78, 43.37],
    [-1.4, 43.75],
    [-1.22, 44.65],
    [-1.1, 45.5],
    [-0.9, 45.95],
    [-1.13, 46.31],
  ],
  pdlAbroad: [
    [-1.13, 46.31],
    [-1.85, 46.55],
    [-2.2, 47.15],
    [-2.5, 47.45],
  ],
  breAbroad: [
    [-2.5, 47.45],
    [-3.4, 47.7],
    [-4.35, 47.82],
    [-4.55, 48.2],
    [-4.75, 48.45],
    [-3.95, 48.72],
    [-3.0, 48.82],
    [-2.5, 48.55],
    [-2.0, 48.68],
    [-1.55, 48.63],
  ],
  norAbroad: [
    [-1.55, 48.63],
    [-1.6, 49.2],
    [-1.9, 49.7],
    [-1.25, 49.7],
    [-1.15, 49.36],
    [0.05, 49.32],
    [0.2, 49.7],
    [1.38, 50.06],
  ],
  // Between two regions.
  hdfNor: [
    [1.38, 50.06],
    [1.75, 49.7],
    [1.7, 49.22],
  ],
  hdfIdf: [
    [1.7, 49.22],
    [2.6, 49.12],
    [3.4, 48.98],
  ],
  hdfGes: [
    [3.4, 48.98],
    [3.75, 49.3],
    [4.2, 49.96],
  ],
  idfGes: [
    [3.4, 48.98],
    [3.55, 48.65],
    [3.41, 48.39],
  ],
  gesBfc: [
    [3.41, 48.39],
    [4.3, 47.95],
    [4.95, 47.7],
    [5.7, 48.02],
    [6.5, 47.9],
    [7.13, 47.5],
  ],
  idfBfc: [
    [3.41, 48.39],
    [2.93, 48.16],
  ],
  idfNor: [
    [1.7, 49.22],
    [1.45, 48.93],
  ],
  idfCvl: [
    [1.45, 48.93],
    [1.6, 48.45],
    [1.95, 48.29],
    [2.93, 48.16],
  ],
  cvlNor: [
    [1.45, 48.93],
    [0.95, 48.7],
    [0.82, 48.18],
  ],
  norPdl: [
    [0.82, 48.18],
    [0.1, 48.42],
    [-1.07, 48.5],
  ],
  norBre: [
    [-1.07, 48.5],
    [-1.55, 48.63],
  ],
  brePdl: [
    [-1.07, 48.5],
    [-1.1, 48.0],
    [-1.6, 47.75],
    [-2.5, 47.45],
  ],
  pdlCvl: [
    [0.82, 48.18],
    [0.5, 47.65],
    [0.08, 47.12],
  ],
  pdlNaq: [
    [0.08, 47.12],
    [-0.6, 47.0],
    [-0.75, 46.4],
    [-1.13, 46.31],
  ],
  cvlNaq: [
    [0.08, 47.12],
    [0.9, 46.7],
    [1.4, 46.35],
    [2.2, 46.42],
  ],
  cvlAra: [
    [2.2, 46.42],
    [2.6, 46.65],
    [3.03, 46.79],
  ],
  cvlBfc: [
    [3.03, 46.79],
    [2.85, 47.5],
    [2.93, 48.16],
  ],
  bfcAra: [
    [3.03, 46.79],
    [3.7, 46.6],
    [4.2, 46.17],
    [4.8, 46.3],
    [5.3, 46.48],
    [6.06, 46.42],
  ],
  naqAra: [
    [2.2, 46.42],
    [2.55, 45.9],
    [2.17, 44.98],
  ],
  naqOcc: [
    [2.17, 44.98],
    [1.4, 45.0],
    [0.9, 44.5],
    [0.3, 44.0],
    [-0.15, 43.6],
    [-0.05, 43.2],
    [-0.32, 42.84],
  ],
  araOcc: [
    [2.17, 44.98],
    [3.1, 44.87],
    [3.85, 44.4],
    [4.65, 44.27],
  ],
  araPac: [
    [4.65, 44.27],
    [5.5, 44.25],
    [5.85, 44.8],
    [6.58, 45.11],
  ],
  occPac: [
    [4.65, 44.27],
    [4.8, 43.95],
    [4.23, 43.46],
  ],
  cor: [
    [9.4, 43.0],
    [9.48, 42.65],
    [9.55, 42.15],
    [9.25, 41.4],
    [8.8, 41.6],
    [8.6, 42.3],
    [8.75, 42.57],
    [9.3, 42.75],
  ],
} as const satisfies Record<string, readonly Place[]>

export type Border = keyof typeof borders

/** The borders of each region, one after the other around it; `-` walks a border backwards. */
export const outlines: Record<string, readonly (Border | `-${Border}`)[]> = {
  'FR-HDF': ['hdfAbroad', '-hdfGes', '-hdfIdf', '-hdfNor'],
  'FR-GES': ['gesAbroad', '-gesBfc', '-idfGes', 'hdfGes'],
  'FR-BFC': ['bfcAbroad', '-bfcAra', 'cvlBfc', '-idfBfc', 'gesBfc'],
  'FR-ARA': ['araAbroad', '-araPac', '-araOcc', '-naqAra', 'cvlAra', 'bfcAra'],
  'FR-PAC': ['pacAbroad', '-occPac', 'araPac'],
  'FR-OCC': ['occAbroad', '-naqOcc', 'araOcc', 'occPac'],
  'FR-NAQ': ['naqAbroad', '-pdlNaq', 'cvlNaq', 'naqAra', 'naqOcc'],
  'FR-PDL': ['pdlAbroad', '-brePdl', '-norPdl', 'pdlCvl', 'pdlNaq'],
  'FR-BRE': ['breAbroad', '-norBre', 'brePdl'],
  'FR-NOR': ['norAbroad', 'hdfNor', 'idfNor', 'cvlNor', 'norPdl', 'norBre'],
  'FR-CVL': ['-cvlNor', 'idfCvl', '-cvlBfc', '-cvlAra', '-cvlNaq', '-pdlCvl'],
  'FR-IDF': ['hdfIdf', 'idfGes', 'idfBfc', '-idfCvl', '-idfNor'],
  'FR-20R': ['cor'],
}

/** The places around a region, in order; the last is not the first again. */
export const placesOf = (code: string): Place[] => {
  const walked = (outlines[code] ?? []).flatMap((step): readonly Place[] =>
    step.startsWith('-') ? [...borders[step.slice(1) as Border]].reverse() : borders[step as Border],
  )
  return walked.filter(
    (place, index) => `${place}` !== `${walked[index - 1] ?? walked.at(-1)}` || walked.length === 1,
  )
}

// A degree of longitude is shorter than one of latitude this far north; Corse is drawn nearer than it lies.
const project = ([longitude, latitude]: Place, code: string): [x: number, y: number] => [
  Math.round((longitude + 4.9 - (code === 'FR-20R' ? 0.9 : 0)) * 41),
  Math.round((51.2 - latitude) * 58),
]

export const mapSize = '-2 -2 568 576'

/** Where the figure stands: the middle of the region's corners, moved where that falls outside or too near an edge. */
const nudges: Record<string, readonly [number, number]> = {
  'FR-BRE': [-8, 4],
  'FR-NOR': [4, 10],
  'FR-PAC': [14, 8],
  'FR-NAQ': [18, 0],
}

export const mapRegions: readonly { code: string; x: number; y: number; path: string }[] = Object.keys(
  outlines,
).map((code) => {
  const points = placesOf(code).map((place) => project(place, code))
  const [dx, dy] = nudges[code] ?? [0, 0]
  const middle = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  return {
    code,
    x: Math.round(middle(0) + dx),
    y: Math.round(middle(1) + dy),
    path: `M${points.map((point) => point.join(' ')).join(' ')}Z`,
  }
})
