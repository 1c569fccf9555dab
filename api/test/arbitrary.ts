import fc from 'fast-check'
import type { Schema } from './operations.ts'

/** JSON text that no JavaScript value stands for: too large a number, a key twice, a thousand levels. */
export class Raw {
  readonly json: string
  constructor(json: string) {
    this.json = json
  }
}

const deep = 2_000

/** What has broken programs before; each may stand where anything else was expected. */
const hostileStrings = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\u202eabc',
  '\u200b\u200d\ufeff',
  '\r\nset-cookie: a=b',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '2026-02-30',
  '0000-01-01',
  '-0001-12-31',
  '10000-01-01',
  '9999-12-31',
  '2027-13-01',
  'infinity',
  'NaN',
  '1e400',
  '٣',
  "' or 1=1 --",
  '%00',
  '%',
  '../../etc/passwd',
  '-free "quotes" (paren',
  '{}',
  '[]',
  'null',
  '\\',
  '+00:00',
  '2027-03-08T25:61:61Z',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '01980000-0000-7000-8000-00000000000g',
  'é'.repeat(300),
  'x'.repeat(10_000),
  '👩‍🎬'.repeat(50),
  'ﷺ'.repeat(40),
] as const

const hostileNumbers = [-1, 0, -0, 0.5, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e21, 1e308, 5e-324]

const hostileRaw = [
  new Raw('1e400'),
  new Raw('-1e400'),
  new Raw(`${'['.repeat(deep)}${']'.repeat(deep)}`),
  new Raw('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}'),
  new Raw('{"a":1,"a":2}'),
  new Raw('123456789012345678901234567890'),
]

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileStrings) },
  fc.string({ unit: 'binary', maxLength: 40 }),
)

export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(...hostileRaw),
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { '': '' }, ['a', 'a'], [{}]),
)

const whole = (schema: Schema, word: string, otherwise: number) =>
  typeof schema[word] === 'number' ? (schema[word] as number) : otherwise

const textOf = (schema: Schema): fc.Arbitrary<string> => {
  switch (schema.format) {
    case 'uuid':
      return fc.uuid()
    case 'date':
      return fc
        .date({ min: new Date('2026-12-01'), max: new Date('2028-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10))
    case 'date-time':
      return fc.date({ min: new Date('2026-12-01'), noInvalidDate: true }).map((date) => date.toISOString())
    case 'email':
      return fc.emailAddress()
    default:
      return fc.string({
        unit: 'grapheme',
        minLength: whole(schema, 'minLength', 0),
        maxLength: Math.min(whole(schema, 'maxLength', 40), 200),
      })
  }
}

type Resolve = (schema: Schema) => Schema

/** Values that fit a JSON schema, as far as it says; what code alone refuses (the checksum of a SIRET) it may miss. */
export const fitting = (given: Schema, resolve: Resolve): fc.Arbitrary<unknown> => {
  const schema = resolve(given)
  const choices = (schema.oneOf ?? schema.anyOf) as Schema[] | undefined
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, resolve)))
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  const types = [schema.type ?? 'object'].flat() as string[]
  return fc.oneof(...types.map((type) => fittingType(type, schema, resolve)))
}

const fittingType = (type: string, schema: Schema, resolve: Resolve): fc.Arbitrary<unknown> => {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({
        min: Math.max(whole(schema, 'minimum', -(2 ** 31)), -(2 ** 31)),
        max: Math.min(whole(schema, 'maximum', 2 ** 31 - 1), 2 ** 31 - 1),
      })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'array':
      return fc.array(fitting((schema.items ?? {}) as Schema, resolve), {
        minLength: whole(schema, 'minItems', 0),
        maxLength: Math.min(whole(schema, 'maxItems', 4), 4),
      })
    case 'object':
      return fittingObject(schema, resolve)
    default:
      return textOf(schema)
  }
}

const fittingObject = (schema: Schema, resolve: Resolve): fc.Arbitrary<unknown> => {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  const required = (schema.required ?? []) as string[]
  return fc.record(
    Object.fromEntries(properties.map(([name, property]) => [name, fitting(property, resolve)])),
    { requiredKeys: required },
  )
}

/** The same value with one place in it made hostile, or an unknown key beside it, or one part gone. */
export const spoiled = (value: unknown): fc.Arbitrary<unknown> => {
  const places = placesIn(value)
  const spoil = fc.tuple(fc.constantFrom(...places), hostile).map(([place, bad]) => putAt(value, place, bad))
  const grow = fc
    .tuple(hostileText, hostile)
    .map(([key, bad]) => (isObject(value) ? { ...value, [key]: bad } : bad))
  const drop = fc.constantFrom(...places).map((place) => putAt(value, place, undefined))
  return fc.oneof({ weight: 6, arbitrary: spoil }, grow, drop)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Raw)

type Place = readonly (string | number)[]

const placesIn = (value: unknown, here: Place = []): Place[] => [
  here,
  ...(isObject(value) || Array.isArray(value)
    ? Object.entries(value).flatMap(([key, part]) =>
        placesIn(part, [...here, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
]

const putAt = (value: unknown, [first, ...rest]: Place, part: unknown): unknown => {
  if (first === undefined) return part
  if (Array.isArray(value))
    return value.map((item, index) => (index === first ? putAt(item, rest, part) : item))
  const object = value as Record<string, unknown>
  return { ...object, [first]: putAt(object[first], rest, part) }
}

/** As JSON text, with {@link Raw} parts as they are. */
export const toJson = (value: unknown): string => {
  const raws: string[] = []
  const text = JSON.stringify(value, (_, part) =>
    part instanceof Raw ? `\u0001raw${raws.push(part.json) - 1}\u0001` : part,
  )
  return (text ?? '').replaceAll(/"\\u0001raw(\d+)\\u0001"/g, (_, index) => raws[Number(index)] ?? '')
}
