import { mkdirSync, writeFileSync } from 'node:fs'

// Another build is another file: a test sees whether one happened.
mkdirSync('build', { recursive: true })
writeFileSync('build/handler.js', crypto.randomUUID())
