import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, run } from '../local/run.ts'

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const bootstrap = ['node', 'infra/bootstrap.mjs']

test('every script of the root leads through the bootstrap to a command that exists', () => {
  for (const [name, script] of Object.entries(scripts)) {
    expect(script).toBe(`node infra/bootstrap.mjs ${name}`)
    expect(existsSync(join(root, 'infra/commands', `${name.replace(':', '-')}.ts`)), name).toBe(true)
  }
})

test('the test of the project is one command, here and where changes are checked', () => {
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toContain('exec npm test')
})

test('an unknown command is one sentence', async () => {
  const { code, output } = await run([...bootstrap, 'nonsense'])
  expect(code).toBe(1)
  expect(output.trim()).toBe('There is no command named "nonsense": see the scripts in package.json.')
})

test('asked for help, a command explains itself and does nothing else', async () => {
  for (const name of Object.keys(scripts).filter((script) => script !== 'registry')) {
    const { code, output } = await run([...bootstrap, name, '--help'])
    expect([name, code]).toEqual([name, 0])
    expect(output).toMatch(new RegExp(`^npm (run )?${name}\\b[^\\n]*\\n\\n.+\\n$`))
  }
})

test('the operator finds each registry command and its options by --help', async () => {
  const listing = await run([...bootstrap, 'registry', '--help'])
  const names = [...listing.output.matchAll(/^ {2}([a-z-]+(?: [a-z-]+)*)/gm)].map(([, name]) => name ?? '')
  expect(names).toContain('create-registrar')
  for (const name of names) {
    const { code, output } = await run([...bootstrap, 'registry', ...name.split(' '), '--help'])
    expect([name, code]).toEqual([name, 0])
    expect(output).toContain(`npm run registry -- ${name}`)
  }
})

test('a registry command with a wrong option says so before it touches anything', async () => {
  const { code, output } = await run([...bootstrap, 'registry', 'create-registrar', '--mail', 'x'])
  expect(code).toBe(1)
  expect(output).toContain("Unknown option '--mail'")
  expect(output).toContain('--email')
})
