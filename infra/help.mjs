/** What each command of package.json does and takes. `registry` explains its own. */
const commands = {
  start: ['npm start', 'Starts the whole product and keeps its data in DATA_DIR. Settings: .env.example.'],
  dev: ['npm run dev', 'Starts the product and follows what you change: pages at once, api and worker anew.'],
  test: [
    'npm test [-- PART…]',
    'Checks and tests everything, or only the tests whose path holds PART: npm test -- api/bookings e2e/search',
  ],
  'test:long': [
    'npm run test:long [-- PART…]',
    'The tests without pages, with the rounds of faults, fuzzing and races that take an hour.',
  ],
  check: ['npm run check', 'Format, lint and types.'],
  bench: [
    'npm run bench [-- PEOPLE…]',
    'Measures search beside the raw engine among 1,000, 10,000 and 100,000 people (ten minutes), or among as many as you say.',
  ],
  'db:reset': ['npm run db:reset', 'Empties the embedded databases and uploads of DATA_DIR. The keys stay.'],
  'search:rebuild': ['npm run search:rebuild', 'Fills a new search index and swaps it with the one in use.'],
  openapi: ['npm run openapi', 'Writes api/openapi.json from the routes.'],
}

/** The help of a command, where its arguments ask for one that the command itself does not give. */
export function helpAsked(name, args) {
  if (!args.includes('--help') && !args.includes('-h')) return undefined
  return commands[name]?.join('\n\n')
}
