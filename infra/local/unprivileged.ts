import { spawnSync } from 'node:child_process'
import { lchownSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StopSentence } from './stop-sentence.ts'

const nobody = 65534

/**
 * Postgres refuses to run as root. An ordinary user needs nothing; root gets words to put before the command:
 * a user namespace in which it is called nobody, or, where namespaces are refused, the real nobody with just
 * enough rights to reach a folder below private ones. No user is created on the machine.
 */
export function unprivileged(folder: string): string[] {
  const owner = statSync(folder).uid
  const me = process.getuid?.()
  if (me !== 0) {
    if (owner === me) return []
    throw new StopSentence(
      `${folder} belongs to another user: start as that user, or set DATA_DIR to a folder of your own.`,
    )
  }
  if (owner !== 0 && owner !== nobody) {
    throw new StopSentence(
      `${folder} belongs to an ordinary user: start as that user, or set DATA_DIR to another folder.`,
    )
  }
  const namespace = ['unshare', `--map-user=${nobody}`, `--map-group=${nobody}`, '--']
  const [program = '', ...args] = [...namespace, 'true']
  const allowed = spawnSync(program, args, { stdio: 'ignore' }).status === 0
  if (owner !== (allowed ? 0 : nobody)) give(folder, allowed ? 0 : nobody)
  return allowed
    ? namespace
    : [
        'setpriv',
        `--reuid=${nobody}`,
        `--regid=${nobody}`,
        '--clear-groups',
        '--inh-caps=+dac_override',
        '--ambient-caps=+dac_override',
        '--securebits=+no_setuid_fixup',
        '--',
      ]
}

function give(path: string, owner: number): void {
  lchownSync(path, owner, owner)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) give(join(path, name), owner)
}
