import { mapRegions } from '#lib/components/region-shapes.ts'
import type { RequestHandler } from './$types.ts'

/** The regions of the map, each under its code: read once, by every page that shows it. */
export const GET: RequestHandler = () => {
  const shapes = mapRegions.map(({ code, path }) => `<path id="${code}" d="${path}"/>`)
  return new Response(`<svg xmlns="http://www.w3.org/2000/svg">${shapes.join('')}</svg>`, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  })
}
