import type { Page } from '@playwright/test'

/** Holds the scripts of every page back until told. */
export const holdScripts = async (page: Page): Promise<() => void> => {
  const { promise: late, resolve: come } = Promise.withResolvers<void>()
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await late
    await route.continue()
  })
  return come
}

/** The router starts once the page is taken over: from then on it keeps the scroll itself. */
export const scriptsRun = (page: Page) => page.waitForFunction(() => history.scrollRestoration === 'manual')
