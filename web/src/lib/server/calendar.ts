import {
  addMonths,
  blockKinds,
  blockReasons,
  type Calendar,
  type Day,
  dayIn,
  isDay,
  type KeptBlock,
  liveStates,
  weeklyRules,
} from '@repere/api/client.ts'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { deskQuery, deskViews, monthsShown } from '#lib/calendar/desk.ts'
import { knownUntilOf } from '#lib/calendar/known-until.ts'
import { withDays, withoutDays, writtenBlocks } from '#lib/calendar/written-blocks.ts'
import { countDays } from '#lib/dates/days.ts'
import { firstOfMonth, lastOfMonth } from '#lib/dates/months.ts'
import { readDays, readOneDay, type TypedDays } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from './answer.ts'
import { setFlash } from './flash.ts'
import { optionalText, refuseFields, refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** Everything a page of one's own calendar shows: the months from `?month=`, the year at a glance, what weighs on it. */
export async function readDesk(event: RequestEvent) {
  requireRole(event, 'coordinator')
  const { me, bookings } = apiFor(event)
  const profile = await bodyOf(await me.profile.$get())
  const today = dayIn(profile.timeZone, new Date())
  const asked = askedIn(event.url)
  const month = monthIn(event.url.searchParams.get('month'), today)
  const shown = { from: month, to: lastOfMonth(addMonths(month, monthsShown[asked.view] - 1)) }
  const year = { from: firstOfMonth(today), to: lastOfMonth(addMonths(today, 11)) }
  const [calendar, days, yearDays, list] = await Promise.all([
    me.availability.$get().then(bodyOf),
    me.availability.days.$get({ query: shown }).then(bodyOf),
    me.availability.days.$get({ query: year }).then(bodyOf),
    bookings.$get({ query: { state: [...liveStates], perPage: '50' } }).then(bodyOf),
  ])
  return {
    ...asked,
    today,
    month,
    profile: {
      published: profile.published,
      paused: profile.paused,
      daysVisibility: profile.daysVisibility,
      timeZone: profile.timeZone,
    },
    calendar,
    days: days.days,
    year: yearDays.days,
    bookings: list.items,
    eco: profile.disciplines.length === 1 && profile.disciplines[0] === 'eco-production',
    locale: event.locals.locale,
  }
}

/** Which view of the calendar an address asks for, and through whose eyes. */
const askedIn = ({ searchParams }: URL) => ({
  view: deskViews.find((word) => word === searchParams.get('view')) ?? ('months' as const),
  seen: searchParams.get('as') === 'production',
})

/** The first of the month asked for, within a year before and two after; else of today's. */
function monthIn(text: string | null, today: Day): Day {
  const asked = `${text}-01`
  const near = isDay(asked) && asked >= addMonths(today, -12) && asked <= addMonths(today, 24)
  return firstOfMonth(near ? asked : today)
}

/** The writes of a page at `back`; each reads the calendar, changes one thing, and sends the version it showed. */
export const calendarActions = (back: string) => ({
  confirm: (event: RequestEvent) => confirm(event, back),
  mark: (event: RequestEvent) => changeDays(event, back, true),
  unmark: (event: RequestEvent) => changeDays(event, back, false),
  remove: (event: RequestEvent) => removeBlock(event, back),
  weekly: (event: RequestEvent) => changeWeekly(event, back),
  undo: (event: RequestEvent) => undo(event, back),
})

const today = () => dayIn('Europe/Paris', new Date())

const readCalendar = async (event: RequestEvent): Promise<Calendar> =>
  bodyOf(await apiFor(event).me.availability.$get())

async function confirm(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const text = textOf(form, 'knownUntil')
  const typed = text === '' ? undefined : readOneDay(text, today())
  if (typed && !typed.ok)
    return refuseFields(form, event.locals.locale, { knownUntil: sayRefusal(typed, event.locals.locale) })
  const knownUntil = typed ? typed.day : knownUntilOf(await readCalendar(event), today())
  const json = { knownUntil }
  const response = await apiFor(event).me.availability.confirmation.$post({ json })
  if (!response.ok)
    return refuseForm(await problemOf(response), form, event.locals.locale, {
      knownUntil: m.calendar_known_until_wrong(),
    })
  return done(event, back, m.calendar_confirmed_flash())
}

async function changeDays(event: RequestEvent, back: string, isMark: boolean) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const typed = typedDays(form)
  if (!typed.ok)
    return refuseFields(form, event.locals.locale, { [typed.field]: sayRefusal(typed, event.locals.locale) })
  const kind = blockKinds.find((word) => word === textOf(form, 'kind')) ?? 'unavailable'
  const mark = { kind, note: optionalText(form, 'note') ?? null, ...whyOf(form, kind) }
  const change = (blocks: KeptBlock[]) =>
    isMark ? withDays(blocks, typed.days, mark) : withoutDays(blocks, typed.days)
  const days = countDays(typed.days.length, event.locals.locale)
  return write(event, form, back, isMark ? m.calendar_marked({ days }) : m.calendar_unmarked({ days }), {
    blocks: change,
  })
}

/** Only taken days have a reason; a journey is kept as what it is. */
function whyOf(form: FormData, kind: KeptBlock['kind']): Pick<KeptBlock, 'source' | 'reason'> {
  const word = textOf(form, 'reason')
  if (kind !== 'unavailable') return { source: 'manual', reason: null }
  if (word === 'travel') return { source: 'travel', reason: null }
  return { source: 'manual', reason: blockReasons.find((reason) => reason === word) ?? null }
}

async function undo(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const version = Number(textOf(form, 'version'))
  const response = await apiFor(event).me.availability.undo.$post({
    json: { version: Number.isSafeInteger(version) && version > 0 ? version : 1 },
  })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  return done(event, back, m.days_undone())
}

async function removeBlock(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const named = (block: KeptBlock) =>
    (['from', 'to', 'kind'] as const).every((name) => block[name] === textOf(form, name))
  return write(event, form, back, m.calendar_removed(), {
    blocks: (blocks) => blocks.filter((block) => !named(block)),
  })
}

async function changeWeekly(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const weekly = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const rule = weeklyRules.find((word) => word === textOf(form, `weekly.${weekday}`))
    return rule ? [{ weekday, rule }] : []
  })
  return write(event, form, back, m.calendar_weekly_saved(), { weekly })
}

interface Change {
  blocks?: (written: KeptBlock[]) => KeptBlock[]
  weekly?: Calendar['weekly']
}

async function write(event: RequestEvent, form: FormData, back: string, said: string, change: Change) {
  const calendar = await readCalendar(event)
  const written = writtenBlocks(calendar.blocks)
  const version = Number(textOf(form, 'version'))
  const response = await apiFor(event).me.availability.$put({
    json: {
      blocks: change.blocks?.(written) ?? written,
      weekly: change.weekly ?? calendar.weekly,
      knownUntil: calendar.knownUntil ?? knownUntilOf(calendar, today()),
      version: Number.isSafeInteger(version) ? version : calendar.version,
    },
  })
  if (!response.ok)
    return refuseForm(await problemOf(response), form, event.locals.locale, {
      blocks: m.calendar_blocks_wrong(),
    })
  return done(event, back, said)
}

function done(event: RequestEvent, back: string, said: string): never {
  setFlash(event, said)
  const month = event.url.searchParams.get('month')
  const query = deskQuery({
    ...askedIn(event.url),
    month: month && isDay(`${month}-01`) ? month : undefined,
  })
  redirect(303, to(query ? `${back}?${query}` : back))
}

/** `from` alone may hold many days; with `to`, each is one day. Names the field at fault. */
function typedDays(
  form: FormData,
): (TypedDays & { ok: true }) | (Exclude<TypedDays, { ok: true }> & { field: string }) {
  const [from, until] = [textOf(form, 'from'), textOf(form, 'to')]
  if (until === '') {
    const read = readDays(from, today())
    return read.ok ? read : { ...read, field: 'from' }
  }
  const first = readOneDay(from, today())
  if (!first.ok) return { ...first, field: 'from' }
  const last = readOneDay(until, first.day)
  if (!last.ok) return { ...last, field: 'to' }
  const read = readDays(`${first.day} - ${last.day}`, today())
  return read.ok ? read : { ...read, part: until, field: 'to' }
}
