import { parseArgs } from 'node:util'
import { command, root } from '../local/command.ts'
import { reach } from '../local/reach.ts'
import { readSettings } from '../local/settings.ts'
import { say } from '../local/steps.ts'
import { StopSentence } from '../local/stop-sentence.ts'
import { auditHeadOperation, auditVerifyOperation } from '../registry/audit.ts'
import { createRegistrarOperation } from '../registry/create-registrar.ts'
import { eraseOperation } from '../registry/erase.ts'
import { importOperation } from '../registry/import.ts'
import type { Operation } from '../registry/operation.ts'
import { processingRecordOperation } from '../registry/processing-record.ts'
import { resetSecondFactorOperation } from '../registry/reset-second-factor.ts'
import { retentionOperation } from '../registry/retention.ts'
import { seedOperation } from '../registry/seed.ts'

const operations: Record<string, Operation> = {
  'audit head': auditHeadOperation,
  'audit verify': auditVerifyOperation,
  'create-registrar': createRegistrarOperation,
  import: importOperation,
  'reset-second-factor': resetSecondFactorOperation,
  erase: eraseOperation,
  'processing-record': processingRecordOperation,
  retention: retentionOperation,
  seed: seedOperation,
}

/** The operator's command line: `npm run registry -- <command> [options]`. */
await command(async () => {
  const { name, args } = nameIn(process.argv.slice(2))
  if (['--help', '-h', 'help'].includes(name)) return say(listing())
  const operation = operations[name]
  if (!operation) throw new StopSentence(`There is no registry command "${name}".\n\n${listing()}`)
  if (args.includes('--help')) return say(help(name, operation))
  const given = read(name, operation, args)
  const reached = await reach(readSettings(process.env, root), { search: false })
  try {
    await operation.run(given, reached)
  } finally {
    await reached.leave()
  }
})

/** Some commands are two words: `audit verify`. */
function nameIn([first = '--help', second = '', ...rest]: string[]): { name: string; args: string[] } {
  const both = `${first} ${second}`
  if (both in operations) return { name: both, args: rest }
  return { name: first, args: second ? [second, ...rest] : [] }
}

function read(name: string, { options }: Operation, args: string[]): Record<string, string> {
  const wrong = (what: string) => new StopSentence(`${what}\n\n${help(name, operations[name] as Operation)}`)
  const values = (() => {
    try {
      return parseArgs({ args, options, strict: true }).values as Record<string, string>
    } catch (problem) {
      throw wrong((problem as Error).message)
    }
  })()
  const missing = Object.keys(options).filter((key) => options[key]?.required && !values[key])
  if (missing.length > 0) throw wrong(`Missing: ${missing.map((key) => `--${key}`).join(', ')}.`)
  return values
}

function listing(): string {
  const lines = Object.entries(operations).map(([name, { summary }]) => `  ${name.padEnd(20)} ${summary}`)
  return `npm run registry -- <command> [options]\n\n${lines.join('\n')}\n\nEach explains itself with --help.`
}

function help(name: string, { summary, options }: Operation): string {
  const lines = Object.entries(options).map(
    ([key, { means, required }]) => `  --${key.padEnd(18)} ${means}${required ? ' (required)' : ''}`,
  )
  return `npm run registry -- ${name}\n\n${summary}.\n\n${lines.join('\n')}`
}
