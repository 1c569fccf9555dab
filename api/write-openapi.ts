import { writeFile } from 'node:fs/promises'
import { createApp } from './app.ts'
import { writeMoves } from './bookings/draw-moves.ts'
import { parseConfig } from './config.ts'
import { openDeps } from './open-deps.ts'

/**
 * Writes `api/openapi.json` from the routes themselves, and the page of the moves of a booking from their table. Needs
 * no database: none of it is asked.
 */
export const writeOpenApi = async (): Promise<void> => {
  const config = parseConfig({
    DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
    APP_SECRET: 'never used: describing asks nobody',
    LOG_LEVEL: 'silent',
  })
  const { deps, close } = openDeps(config, 'repere-openapi', 1)
  const response = await createApp(deps).request('/api/openapi.json')
  await writeFile(
    new URL('./openapi.json', import.meta.url),
    `${JSON.stringify(await response.json(), null, 2)}\n`,
  )
  await close()
  writeMoves()
}
