const addresses = [
  'HOST',
  'PORT',
  'APP_ORIGIN',
  'DATABASE_URL',
  'MIGRATION_DATABASE_URL',
  'MEILI_URL',
  'SMTP_URL',
]
const choices = ['DATA_DIR', 'MEILI_KEY', 'SEARCH_ENGINE', 'APP_SECRET', 'DEMO', 'NODE_ENV']

/** The tests decide about their surroundings themselves: nothing of a person's own set-up, or mail server, is touched. */
export function forgetOwnSettings(): void {
  for (const name of [...addresses, ...choices]) delete process.env[name]
}
