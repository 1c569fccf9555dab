import { writeOpenApi } from '@repere/api/write-openapi.ts'
import { command } from '../local/command.ts'
import { say } from '../local/steps.ts'

/** Writes api/openapi.json from the routes; commit it together with the contract that changed. */
await command(async () => {
  await writeOpenApi()
  say('api/openapi.json describes the routes as they are.')
})
