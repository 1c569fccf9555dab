/** The size of the map, and where the figure of each region stands on it. */
export const mapSize = '-2 -2 568 576'

export const mapPlaces: readonly { code: string; x: number; y: number }[] = [
  { code: 'FR-HDF', x: 310, y: 71 },
  { code: 'FR-GES', x: 428, y: 147 },
  { code: 'FR-BFC', x: 401, y: 231 },
  { code: 'FR-ARA', x: 396, y: 318 },
  { code: 'FR-PAC', x: 462, y: 429 },
  { code: 'FR-OCC', x: 291, y: 434 },
  { code: 'FR-NAQ', x: 221, y: 355 },
  { code: 'FR-PDL', x: 165, y: 219 },
  { code: 'FR-BRE', x: 78, y: 175 },
  { code: 'FR-NOR', x: 205, y: 129 },
  { code: 'FR-CVL', x: 269, y: 211 },
  { code: 'FR-IDF', x: 304, y: 146 },
  { code: 'FR-20R', x: 539, y: 516 },
]
