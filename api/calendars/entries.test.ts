import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settleDue } from '../bookings/service.ts'
import { sendMail } from '../mail/send-mail.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  move,
  type TestCoordinator,
} from '../test/bookings.ts'
import { linesOf, readWithIcalJs, readWithNodeIcal } from '../test/calendars.ts'
import { createTestMailServer, type TestMailServer } from '../test/mail-server.ts'
import type { TestPerson } from '../test/people.ts'

let server: TestMailServer
let api: TestApi
let coordinator: TestCoordinator
let production: TestPerson
beforeAll(async () => {
  server = await createTestMailServer()
  api = await createTestApi({ env: { SMTP_URL: server.url } })
})
beforeEach(async () => {
  coordinator = await aCoordinator(api)
  production = await aProduction(api)
})
afterAll(async () => {
  await api.close()
  await server.close()
})

interface Carried {
  template: string
  calendar?: { method: string; content: string }
}

/** What the mails to somebody told their calendar, oldest first. */
const toldTo = async ({ email }: TestPerson) =>
  ((await api.mailsTo(email)) as Carried[]).flatMap(({ template, calendar }) => {
    if (!calendar) return []
    const lines = linesOf(calendar.content)
    const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)
    return [
      {
        template,
        method: calendar.method,
        uid: value('UID'),
        sequence: Number(value('SEQUENCE')),
        status: value('STATUS'),
        content: calendar.content,
      },
    ]
  })
const brief = (told: Awaited<ReturnType<typeof toldTo>>) =>
  told.map(({ template, method, status }) => [template, method, status])
const days = () => [dayFromNow(api, 30), dayFromNow(api, 31), dayFromNow(api, 36)]

describe('calendars of both sides', () => {
  test('are told of an option, its confirmation and its end, by one name and rising numbers', async () => {
    const option = await anOption(api, production, coordinator, days())
    const confirmed = await move(production, option.id, 'confirm', option.version)
    expect(confirmed.status).toBe(200)
    const cancelled = await move(coordinator, option.id, 'cancel', confirmed.body.version, {
      reason: 'illness',
    })
    expect([cancelled.status, cancelled.body.code]).toEqual([200, undefined])
    const [theirs, ours] = [await toldTo(production), await toldTo(coordinator)]
    expect(brief(theirs)).toEqual([
      ['option-placed', 'REQUEST', 'TENTATIVE'],
      ['calendar-entry', 'REQUEST', 'CONFIRMED'],
      ['booking-cancelled', 'CANCEL', 'CANCELLED'],
    ])
    expect(brief(ours)).toEqual([
      ['calendar-entry', 'REQUEST', 'TENTATIVE'],
      ['option-confirmed', 'REQUEST', 'CONFIRMED'],
      ['calendar-entry', 'CANCEL', 'CANCELLED'],
    ])
    for (const told of [theirs, ours]) {
      expect(new Set(told.map(({ uid }) => uid)).size).toBe(1)
      const numbers = told.map(({ sequence }) => sequence)
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
      for (const { content, uid = '' } of told.slice(0, 2)) {
        expect(readWithIcalJs(content)[uid]).toEqual(days())
        expect(readWithNodeIcal(content)[uid]).toEqual(days())
      }
    }
  })

  test('are told of an option that was trimmed, with the days that are left', async () => {
    const option = await anOption(api, production, coordinator, days())
    const left = days().slice(0, 2)
    const trimmed = await move(production, option.id, 'trim', option.version, { days: left })
    expect([trimmed.status, trimmed.body.code]).toEqual([200, undefined])
    for (const told of [await toldTo(production), await toldTo(coordinator)]) {
      const [first, second] = told
      expect(told.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST'])
      expect(second?.uid).toBe(first?.uid)
      expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0)
      expect(readWithIcalJs(second?.content ?? '')[second?.uid ?? '']).toEqual(left)
    }
  })

  test('are told nothing of a request, nor of one that came to nothing', async () => {
    const project = await aProject(api, production, { days: days() })
    const asked = await aRequest(production, coordinator, project)
    await move(coordinator, asked.id, 'decline', asked.version, { reason: 'other' })
    expect([await toldTo(production), await toldTo(coordinator)]).toEqual([[], []])
  })

  test('are told once that an option lapsed, when the clock says so', async () => {
    await anOption(api, production, coordinator, days())
    api.clock.advance({ days: 8 })
    await settleDue(api.deps, api.clock.now())
    await settleDue(api.deps, api.clock.now())
    expect(brief(await toldTo(production)).at(-1)).toEqual(['option-lapsed', 'CANCEL', 'CANCELLED'])
    expect(brief(await toldTo(coordinator))).toEqual([
      ['calendar-entry', 'REQUEST', 'TENTATIVE'],
      ['option-lapsed', 'CANCEL', 'CANCELLED'],
    ])
  })

  test('name the coordinator to the production, and the production only to who chose so', async () => {
    await anOption(api, production, coordinator, days())
    const [option] = await toldTo(production)
    expect(linesOf(option?.content ?? '').find((line) => line.startsWith('SUMMARY'))).toContain('Solène')
    const [own] = await toldTo(coordinator)
    expect(own?.content).not.toContain('Phare')
    await coordinator.client.post('/api/me/calendar-feed', { names: true })
    await anOption(api, production, coordinator, [dayFromNow(api, 50)])
    expect((await toldTo(coordinator)).at(-1)?.content).toContain('Phare')
  })

  test('hold no title, scene or word of anybody', async () => {
    await anOption(api, production, coordinator, days())
    for (const { content } of [...(await toldTo(production)), ...(await toldTo(coordinator))])
      expect(content).not.toMatch(/Nuits blanches|Écume|Seriez-vous|kiss/)
  })
})

test('a mail leaves with its entry as a part that calendars read', async () => {
  await anOption(api, production, coordinator, days())
  await sendMail(api.deps)
  const letter = server.letters.findLast((text) => /text\/calendar/i.test(text)) ?? ''
  expect(letter).toMatch(/content-type: text\/calendar; charset=utf-8; method=REQUEST/i)
  expect(letter).toMatch(/filename=repere\.ics/i)
})
