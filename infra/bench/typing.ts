import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { addDays } from '@repere/db/vocabulary/day.ts'
import { root } from '../local/command.ts'
import { findBrowser } from '../test/browser.ts'
import { percentiles } from './measure.ts'
import { figure, sayTable } from './table.ts'

/** Milliseconds between two keys of a quick hand. */
const perKey = 90
const rounds = 3
const texts = [
  'coordinatrice bretagne',
  'intimité',
  'kervella',
  'bilan carbone',
  'Léa',
  'intimacy coordinator',
  'nudité',
]

/** What the page noted of one search typed into it: milliseconds after the last key, but for `shifted`. */
interface Watched {
  /** From the last key to the frame with its answer. */
  answered: number
  /** To the frame with its suggestions, where there are some. */
  suggested?: number
  /** Every layout shift, also those that a key excuses. */
  shifted: number
  /** From a key to the next frame. */
  slowestKey: number
  /** Of `answered`: until the request left, until its answer was there, until that was painted. */
  asked: number
  waited: number
  shown: number
}

/** Types searches into the page of a running product, in a real browser, and says when their answers are painted. */
export const benchTyping = async (origin: string): Promise<void> => {
  const { env } = await findBrowser()
  const { chromium } = createRequire(join(root, 'web/package.json'))('@playwright/test')
  const browser = await chromium.launch({
    ...(env.PLAYWRIGHT_CHROMIUM && { executablePath: env.PLAYWRIGHT_CHROMIUM }),
    args: (env.CHROMIUM_ARGS ?? '').split(' ').filter(Boolean),
    env: { ...process.env, ...env },
  })
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: 'fr-FR',
      // What watches is evaluated from without.
      bypassCSP: true,
    })
    await page.addInitScript(readFileSync(join(import.meta.dirname, 'typing-watch.js'), 'utf8'))
    const today = new Date().toISOString().slice(0, 10)
    const days = `from=${addDays(today, 40)}&to=${addDays(today, 49)}`
    page.setDefaultTimeout(15_000)
    for (const [title, before] of [
      ['words alone', ''],
      ['beside a profession and ten days', `discipline=intimacy&${days}`],
    ] as const) {
      const rows: [string, Watched[]][] = []
      for (const text of texts) {
        const watched: Watched[] = []
        for (let round = 0; round < rounds; round += 1) watched.push(await type(page, origin, before, text))
        rows.push([text, watched])
      }
      rows.push(['all', rows.flatMap(([, watched]) => watched)])
      sayTable(
        `Typing, ${title}: ms from the last key to the painted answer`,
        ['', 'p50', 'worst', 'asked', 'waited', 'shown', 'suggestions', 'key to frame', 'layout shift'],
        rows.map(([text, watched]) => [text, ...cellsOf(watched)]),
      )
    }
  } finally {
    await browser.close()
  }
}

/** What is used of a page of the browser that the pages' own journeys bring. */
interface Page {
  goto(address: string): Promise<unknown>
  waitForFunction(script: string): Promise<unknown>
  waitForTimeout(ms: number): Promise<void>
  locator(selector: string): { focus(): Promise<void> }
  keyboard: { type(text: string, options: { delay: number }): Promise<void> }
  evaluate(script: string): Promise<Watched>
}

const type = async (page: Page, origin: string, before: string, text: string): Promise<Watched> => {
  const query = new URLSearchParams(before)
  query.set('q', text)
  const answer = await fetch(`${origin}/api/coordinators?${query}`)
  const { items } = (await answer.json()) as { items: { slug: string }[] }
  const expected = items.map(({ slug }) => `/coordinators/${slug}`).join()
  await page.goto(`${origin}/coordinators${before && `?${before}`}`)
  // The router keeps the scroll from when it runs.
  await page.waitForFunction(`history.scrollRestoration === 'manual'`)
  await page.waitForTimeout(300)
  await page.locator('#words').focus()
  // Watched from before the first key: a typed key counts as over only once it is let go.
  const answered = page.evaluate(`answerTo(${JSON.stringify(text)}, ${JSON.stringify(expected)})`)
  await page.keyboard.type(text, { delay: perKey })
  return answered
}

const cellsOf = (watched: readonly Watched[]): string[] => {
  const values = (of: (one: Watched) => number | undefined) =>
    watched.map(of).filter((value) => value !== undefined)
  const most = (of: (one: Watched) => number | undefined, digits = 0) => {
    const found = values(of)
    return found.length === 0 ? '' : figure(Math.max(...found), digits)
  }
  const middle = (of: (one: Watched) => number) => figure(percentiles(values(of)).p50, 0)
  return [
    middle(({ answered }) => answered),
    most(({ answered }) => answered),
    middle(({ asked }) => asked),
    middle(({ waited }) => waited),
    middle(({ shown }) => shown),
    most(({ suggested }) => suggested),
    most(({ slowestKey }) => slowestKey),
    most(({ shifted }) => shifted, 3),
  ]
}
