import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ending = '.sealed'
const unfinished = '.new'

/** Only an id becomes a path, so that no name leads out of the folder. */
const pathOf = (folder: string, name: string): string => {
  if (!id.test(name)) throw new Error(`"${name}" is not the id of a file`)
  return join(folder, name + ending)
}

/** Writes whole or not at all: it is on the disk under its name when this returns. */
export const writeSealed = async (folder: string, name: string, sealed: Uint8Array): Promise<void> => {
  const path = pathOf(folder, name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(path + unfinished, 'wx', 0o600)
  try {
    await file.writeFile(sealed)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(path + unfinished, path)
  const entries = await open(folder)
  await entries.sync().finally(() => entries.close())
}

/** What is stored under an id; undefined when nothing is. */
export const readSealed = (folder: string, name: string): Promise<Buffer | undefined> =>
  readFile(pathOf(folder, name)).catch(absent)

/** The ids of what was written before an instant, by the disk's own clock, half-written files included. */
export const listSealed = async (folder: string, before: Date): Promise<string[]> => {
  const names = (await readdir(folder).catch(absent)) ?? []
  const found = await Promise.all(
    names.map(async (entry) => {
      const name = entry.replace(unfinished, '').replace(ending, '')
      const written = id.test(name) ? await stat(join(folder, entry)).catch(absent) : undefined
      return written && written.mtime < before ? [name] : []
    }),
  )
  return [...new Set(found.flat())]
}

/** Takes a file off the disk, finished or not. One that is gone already is no error. */
export const removeSealed = async (folder: string, name: string): Promise<void> => {
  const path = pathOf(folder, name)
  await Promise.all([path, path + unfinished].map((one) => rm(one, { force: true })))
}

const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error
}
