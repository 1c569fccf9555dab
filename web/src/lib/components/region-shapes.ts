import { borders, type Place } from './region-borders.ts'

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
