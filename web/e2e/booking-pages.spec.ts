import { randomUUID } from 'node:crypto'
import { test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { aCoordinator, aProduction, aProject, ask, inDays } from './people.ts'

interface Asked {
  project: string
  booking: string
  slug: string
}

const pages = {
  coordinator: {
    'the desk': () => ['/me'],
    'a request received': ({ booking }: Asked) => [`/bookings/${booking}`],
  },
  production: {
    'the list of projects and a new one': () => ['/projects', '/projects/new'],
    'a project and its change': ({ project }: Asked) => [`/projects/${project}`, `/projects/${project}/edit`],
    'the reading before sending': ({ project, slug }: Asked) => [
      `/projects/${project}/request?coordinator=${slug}`,
    ],
    'the bookings and one of them': ({ booking }: Asked) => ['/bookings', `/bookings/${booking}`],
  },
}

for (const role of ['coordinator', 'production'] as const)
  for (const [name, pathsOf] of Object.entries(pages[role]))
    test(`${name}: accessible in both languages, light, dark and narrow`, async ({ browser, baseURL }) => {
      test.setTimeout(120_000)
      const [production, coordinator] = await Promise.all([
        aProduction(`Essai Films ${randomUUID().slice(0, 6)}`),
        aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`),
      ])
      const project = await aProject(production, [inDays(60), inDays(61), inDays(75)])
      const booking = await ask(production, coordinator.slug, project)
      const reader = role === 'coordinator' ? coordinator : production
      const context = await browser.newContext({
        storageState: await reader.api.storageState(),
        ...(baseURL ? { baseURL } : {}),
      })
      const page = await context.newPage()
      for (const path of pathsOf({ project, booking, slug: coordinator.slug }))
        await expectAccessible(page, path)
      await context.close()
    })
