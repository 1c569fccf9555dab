import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, type TestCoordinator } from '../test/bookings.ts'
import { aCalendar, aForm } from '../test/files.ts'
import { forgetPreviews } from './service.ts'

let api: TestApi
let person: TestCoordinator
beforeAll(async () => {
  api = await createTestApi()
})
beforeEach(async () => {
  person = await aCoordinator(api)
})
afterAll(() => api.close())

const path = '/api/me/calendar-import'
const calendarForm = (...lines: string[]) => aForm(aCalendar(...lines), 'agenda.ics', 'text/calendar')
const send = (form: FormData) => person.client.post(path, form)
const apply = async (form: FormData) => {
  const { body } = await send(form)
  return person.client.put(`${path}/application`, { id: body.preview.id })
}
const importedBlocks = async () => {
  const { body } = await person.client.get('/api/me/availability')
  return body.blocks.filter(({ source }: { source: string }) => source === 'ics')
}
const taken = { from: '2027-03-08', to: '2027-03-10' }
const seen = async (from: string, to: string) => {
  const address = `/api/coordinators/${person.slug}/availability?from=${from}&to=${to}`
  const { body } = await api.visitor().get(address)
  return body.days.map(({ state }: { state: string }) => state)
}

describe('a calendar file', () => {
  test('is shown before anything changes, with the days looked at and what was left out', async () => {
    const two = aCalendar().replace(
      'END:VCALENDAR',
      'BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20270401\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR',
    )
    const { status, body } = await send(aForm(two, 'agenda.ics'))
    expect(status).toBe(201)
    expect(body.applied).toBeNull()
    expect(body.preview).toMatchObject({
      scope: 'every-event',
      window: { from: '2027-02-01', to: '2028-08-01' },
      busy: [taken],
      tentative: [],
      events: 1,
      leftOut: [{ reason: 'free', count: 1 }],
      added: [taken],
      dropped: [],
    })
    expect(await importedBlocks()).toEqual([])
  })

  test('takes its days once it is applied, and says since when', async () => {
    const { status, body } = await apply(calendarForm())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      preview: null,
      applied: { busy: [taken], appliedAt: api.clock.now().toISOString(), events: 1 },
    })
    expect(await seen('2027-03-07', '2027-03-08')).toEqual(['unknown', 'unavailable'])
  })

  test('takes the place of the one before, and leaves what was written by hand', async () => {
    const manual = { from: '2027-05-01', to: '2027-05-01', kind: 'unavailable', note: 'à moi' }
    await person.client.put('/api/me/availability', { blocks: [manual] })
    await apply(calendarForm())
    const later = await send(calendarForm('DTSTART;VALUE=DATE:20270310', 'DTEND;VALUE=DATE:20270312'))
    expect(later.body.preview).toMatchObject({
      added: [{ from: '2027-03-11', to: '2027-03-11' }],
      dropped: [{ from: '2027-03-08', to: '2027-03-09' }],
    })
    await person.client.put(`${path}/application`, { id: later.body.preview.id })
    const { body } = await person.client.get('/api/me/availability')
    expect(body.blocks).toMatchObject([
      {
        from: '2027-03-10',
        to: '2027-03-11',
        kind: 'unavailable',
        source: 'ics',
        note: null,
        importedAt: expect.any(String),
      },
      { ...manual, source: 'manual', importedAt: null },
    ])
  })

  test('that cannot be read says why, and the last good copy stays in force', async () => {
    await apply(calendarForm())
    for (const [text, because] of [
      ['Bonjour', 'not-a-calendar'],
      ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270301', 'cut-short'],
    ]) {
      const { status, body } = await send(aForm(text ?? '', 'agenda.ics'))
      expect([status, body.code, body.because]).toEqual([400, 'calendar-unreadable', because])
    }
    expect((await send(aForm('', 'agenda.ics'))).body.code).toBe('file-empty')
    expect((await person.client.get(path)).body.applied.busy).toEqual([taken])
    expect(await importedBlocks()).toHaveLength(1)
  })

  test('is read by the days of its owner, where a day begins for them', async () => {
    person = await aCoordinator(api, { timeZone: 'America/Martinique' })
    const { body } = await send(calendarForm('DTSTART:20270309T020000Z', 'DTEND:20270309T030000Z'))
    expect(body.preview.busy).toEqual([{ from: '2027-03-08', to: '2027-03-08' }])
  })

  test('may count only what takes half a working day', async () => {
    const short = calendarForm('DTSTART:20270308T090000Z', 'DTEND:20270308T100000Z')
    short.set('scope', 'half-days')
    expect((await send(short)).body.preview).toMatchObject({
      busy: [],
      leftOut: [{ reason: 'short', count: 1 }],
    })
    const long = calendarForm('DTSTART:20270308T090000Z', 'DTEND:20270309T020000Z')
    long.set('scope', 'half-days')
    expect((await send(long)).body.preview.busy).toEqual([{ from: '2027-03-08', to: '2027-03-08' }])
  })

  test('marks uncertain days as options to others', async () => {
    await person.client.put('/api/me/availability', { blocks: [], knownUntil: '2027-12-31' })
    const { body } = await apply(calendarForm('DTSTART;VALUE=DATE:20270308', 'STATUS:TENTATIVE'))
    expect(body.applied.tentative).toEqual([{ from: '2027-03-08', to: '2027-03-08' }])
    expect(await seen('2027-03-08', '2027-03-09')).toEqual(['option', 'free'])
  })

  test('confirms no calendar, and undoes no confirmation', async () => {
    await person.client.put('/api/me/availability', { blocks: [], knownUntil: '2027-12-31' })
    const before = (await person.client.get('/api/me/availability')).body
    api.clock.advance({ days: 1 })
    await apply(calendarForm())
    const after = (await person.client.get('/api/me/availability')).body
    expect(after).toMatchObject({ confirmedAt: before.confirmedAt, version: before.version })
  })

  test('can be taken out again, and the reading that was shown forgotten', async () => {
    await apply(calendarForm())
    await send(calendarForm())
    expect((await person.client.delete(`${path}/preview`)).status).toBe(204)
    expect((await person.client.delete(path)).status).toBe(204)
    expect((await person.client.get(path)).body).toEqual({ applied: null, preview: null })
    expect(await importedBlocks()).toEqual([])
    expect((await person.client.delete(path)).status).toBe(404)
  })

  test('shown to one person cannot be applied by another, nor after a day, nor twice', async () => {
    const { body } = await send(calendarForm())
    const other = await aCoordinator(api)
    const { id } = body.preview
    expect((await other.client.put(`${path}/application`, { id })).status).toBe(404)
    api.clock.advance({ hours: 25 })
    expect((await person.client.get(path)).body.preview).toBeNull()
    expect((await person.client.put(`${path}/application`, { id })).body.code).toBe(
      'calendar-import-not-found',
    )
    expect(await forgetPreviews(api.deps)).toBeGreaterThan(0)
    const again = (await apply(calendarForm())).body
    expect(again.preview).toBeNull()
  })

  test('leaves no title, place or name behind, neither in the data nor in the export', async () => {
    await apply(calendarForm())
    await send(calendarForm())
    const { rows } = await sql<{ text: string }>`
      select i::text as text from calendar_import i union all
      select b::text from availability_block b union all select e::text from event e`.execute(
      api.database.ownerDb,
    )
    expect(rows.length).toBeGreaterThan(3)
    for (const { text } of rows) expect(text).not.toMatch(/Rendez-vous|médecin|exemple\.test|Exemple/)
  })

  test('that is applied is told in the trail by counts alone', async () => {
    await apply(calendarForm())
    await person.client.delete(path)
    const events = await api.database.ownerDb
      .selectFrom('event')
      .select(['kind', 'facts'])
      .where('actorId', '=', person.id)
      .where('kind', 'like', 'calendar.%')
      .orderBy('id')
      .execute()
    expect(events).toEqual([
      { kind: 'calendar.imported', facts: { events: 1, busy: 1, tentative: 0 } },
      { kind: 'calendar.import-removed', facts: {} },
    ])
  })
})
