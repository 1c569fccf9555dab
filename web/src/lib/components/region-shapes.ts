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

/** Each region as one closed line; where its figure stands is written in `region-places.ts`. */
export const mapRegions: readonly { code: string; path: string }[] = Object.keys(outlines).map((code) => {
  const points = placesOf(code).map((place) => project(place, code))
  return { code, path: `M${points.map((point) => point.join(' ')).join(' ')}Z` }
})
