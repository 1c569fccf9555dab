import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { testFolder } from './throw-away.ts'

/** What web/playwright.config.ts reads; without PLAYWRIGHT_CHROMIUM it takes the Chromium of its own. */
export type Browser = { env: Record<string, string> }

/** Chromium refuses to sandbox itself as root. */
const asRoot = process.getuid?.() === 0 ? '--no-sandbox' : ''
const installed = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * A real Chromium: the one named by PLAYWRIGHT_CHROMIUM, Playwright's own, the machine's, else the packaged one,
 * which runs on a bare machine because it brings its libraries and fonts. Unpacked once into `.test`.
 */
export async function findBrowser(): Promise<Browser> {
  const { PLAYWRIGHT_CHROMIUM: chosen } = process.env
  if (chosen) return { env: { PLAYWRIGHT_CHROMIUM: chosen, CHROMIUM_ARGS: asRoot } }
  if (hasPlaywrightsOwn()) return { env: { CHROMIUM_ARGS: asRoot } }
  const machines = installed.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path))
  if (machines) return { env: { PLAYWRIGHT_CHROMIUM: machines, CHROMIUM_ARGS: asRoot } }
  return packaged()
}

function hasPlaywrightsOwn(): boolean {
  const web = createRequire(join(import.meta.dirname, '../../web/package.json'))
  const { chromium } = web('@playwright/test') as { chromium: { executablePath: () => string } }
  return existsSync(chromium.executablePath())
}

async function packaged(): Promise<Browser> {
  const place = join(testFolder, 'browser-153')
  if (!existsSync(place)) await unpack(place)
  const temporary = join(testFolder, 'tmp')
  mkdirSync(temporary, { recursive: true })
  return {
    env: {
      PLAYWRIGHT_CHROMIUM: join(place, 'chromium'),
      // Only these two: what the package proposes besides switches web security off.
      CHROMIUM_ARGS: '--no-sandbox --headless=shell',
      LD_LIBRARY_PATH: join(place, 'al2023/lib'),
      // Without an own configuration any form field crashes the renderer on a machine without fonts.
      FONTCONFIG_FILE: join(place, 'fonts.conf'),
      TMPDIR: temporary,
    },
  }
}

/** Inflates beside, then renames: a run that is killed half-way leaves nothing that looks finished. */
async function unpack(place: string): Promise<void> {
  mkdirSync(testFolder, { recursive: true })
  const unfinished = mkdtempSync(join(testFolder, 'browser-unfinished-'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = unfinished // where the package's own inflate() writes
  try {
    const { inflate } = await import('@sparticuz/chromium')
    const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin')
    const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']
    await Promise.all(archives.map((name) => inflate(join(bin, name))))
    writeFileSync(join(unfinished, 'fonts.conf'), fontsConfiguration(place))
    if (existsSync(place)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, place)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

const fontsConfiguration = (place: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(place, 'fonts')}</dir>
  <cachedir>${join(place, 'font-cache')}</cachedir>
</fontconfig>
`
