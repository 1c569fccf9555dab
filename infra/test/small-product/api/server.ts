import { createServer } from 'node:http'

// Stands in for our own servers where only their life is under test: says who it is and what it was told.
const { PORT, DATABASE_URL, MIGRATION_DATABASE_URL, MEILI_URL, API_URL, APP_SECRET } = process.env
const server = createServer((asked, answer) => {
  if (asked.url === '/api/die') process.exit(7)
  const told = { DATABASE_URL, MIGRATION_DATABASE_URL, MEILI_URL, API_URL, APP_SECRET }
  answer.end(JSON.stringify({ pid: process.pid, told }))
})
server.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ ready: true, port: typeof address === 'object' ? address?.port : 0 })
})
const end = () => process.exit(0)
process.on('SIGTERM', end)
process.on('disconnect', end)
