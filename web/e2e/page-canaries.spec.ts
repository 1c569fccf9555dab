import { expect, test } from '@playwright/test'
import { createPageWorld, type PageWorld } from './canary-world.ts'
import type { PageCanary, Viewer } from './page-canary.ts'
import { type PageRow, pageRows, pagesThatAre, type Reader } from './page-matrix.ts'

const readerOf: Record<Viewer, Reader | undefined> = {
  visitor: undefined,
  coordinator: 'coordinator',
  otherCoordinator: 'coordinator',
  production: 'production',
  otherProduction: 'production',
  unverifiedProduction: 'production',
  registrar: 'registrar',
  halfSignedIn: undefined,
}
const viewers = Object.keys(readerOf) as Viewer[]

/** The demonstration's mailbox shows every mail to whoever looks: it is no page of the product elsewhere. */
const mailbox = '/dev/mail'

test('every page has its row, and every row its page', () => {
  expect(Object.keys(pageRows).sort()).toEqual(pagesThatAre())
})

const isFor = (row: PageRow, reader: Reader | undefined): boolean =>
  row.for === 'everyone' || (reader !== undefined && (row.for === 'signed-in' || row.for.includes(reader)))

/** The addresses of a page: everything known in the place of its part, by the folder before it where that says which. */
const addressesOf = (page: string, { queries = [''] }: PageRow, { parts }: PageWorld): string[] => {
  const [, folder = '', part] = /([\w-]+)\/\[(\w+)\]/.exec(page) ?? []
  const filled = part
    ? (parts[folder] ?? parts[part] ?? []).map((value) => page.replace(`[${part}]`, value))
    : [page]
  const asked = queries.map((query) => query.replace(/\{(\w+)\}/, (_, name) => parts[name]?.[0] ?? ''))
  return filled.flatMap((path) => asked.map((query) => `${path}?${query}`))
}

/** The path of an address, without its language and without the slash that home alone ends with. */
const pathOf = (address: string) =>
  (address.split('?')[0] ?? '').replace(/^\/en(?=\/|$)/, '').replace(/\/$/, '')

/** As a page may write it: in its HTML, or inside the data that comes along. */
const holds = (html: string, marker: string) =>
  html.includes(marker) || html.includes(encodeURIComponent(marker))

/** Reads every page as everybody: each marker only where it may be, and each page only by those it is for. */
const look = async (
  world: PageWorld,
  language: '' | '/en',
  allowed: (canary: PageCanary) => readonly Viewer[],
) => {
  const wrong: string[] = []
  const met = new Set<PageCanary>()
  const metAt = new Set<string>()
  const read = async (viewer: Viewer, page: string, row: PageRow) => {
    let opened = 0
    for (const address of addressesOf(page, row, world)) {
      const answer = await world.browsers[viewer].get(`${language}${address}`.replace(/^\/en\/\?/, '/en?'))
      const html = await answer.text()
      // To sign in, or home: what was asked for did not open.
      const isSentAway = pathOf(new URL(answer.url()).pathname) !== pathOf(address)
      if (answer.status() >= 500) wrong.push(`${viewer} broke ${address}: ${answer.status()}`)
      if (answer.ok() && !isSentAway) opened += 1
      for (const canary of world.canaries.filter(({ marker }) => holds(html, marker))) {
        met.add(canary)
        metAt.add(`${canary.marker} at ${page}`)
        if (!canary.at?.includes(page) && !allowed(canary).includes(viewer))
          wrong.push(`${viewer} met ${canary.column} at ${address}`)
      }
    }
    if (opened > 0 && !isFor(row, readerOf[viewer])) wrong.push(`${viewer} may not open ${page}, and did`)
    return opened
  }
  for (const [page, row] of Object.entries(pageRows).filter(([name]) => name !== mailbox)) {
    let opened = 0
    for (const viewer of viewers) opened += await read(viewer, page, row)
    if (opened === 0) wrong.push(`nobody could open ${page}`)
  }
  expect(wrong).toEqual([])
  const unseen = world.canaries.filter((canary) => !met.has(canary))
  expect(unseen.map(({ column, marker }) => `${column} ${marker}`)).toEqual([])
  const behindDoors = world.canaries.flatMap(({ marker, at = [] }) =>
    at.map((page) => `${marker} at ${page}`),
  )
  expect(behindDoors.filter((door) => !metAt.has(door))).toEqual([])
}

test('no page shows anybody what is not for them, before a request is accepted and after', async () => {
  test.setTimeout(300_000)
  const world = await createPageWorld()
  await look(world, '', ({ before }) => before)
  await world.accept()
  await look(world, '/en', ({ before, after = [] }) => [...before, ...after])
})
