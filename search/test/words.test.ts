import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Engine } from '../engine.ts'
import { createMeilisearchEngine } from '../meilisearch/engine.ts'
import { type CatalogueReader, createCatalogueReader } from '../postgres/catalogue.ts'
import { createPostgresEngine } from '../postgres/engine.ts'
import { createSync, type Sync } from '../sync/sync.ts'
import { addPeople } from './add-people.ts'
import { now, sketch, today } from './cast.ts'
import { quietLog } from './quiet.ts'
import { noFilters } from './random-filters.ts'

const cast = {
  aida: sketch({
    displayName: 'Aïda Kervella',
    titleForm: 'coordinatrice d’intimité',
    regions: ['FR-BRE'],
    bioFr: 'Je travaille en plateau fermé.',
  }),
  jean: sketch({
    displayName: 'Jean-Pierre Lœuvre',
    titleForm: 'éco-référent',
    disciplines: ['eco-production'],
    regions: ['FR-IDF'],
    headlineFr: 'Réemploi des décors',
    specialisms: ['set-reuse'],
    bioFr: 'Un passage à Bordeaux que peu connaissent',
    bioAudience: 'verified-productions',
  }),
  noe: sketch({
    displayName: 'Noé Delacroix',
    titleForm: 'directeur d’intimité',
    regions: ['FR-PAC'],
    headlineEn: 'Fights and stunts',
    languages: ['it'],
    credentials: [{ code: 'IC-SAG-REG', decision: 'confirm', validUntil: null, expiresOn: null }],
  }),
}
type Name = keyof typeof cast

let database: TestDatabase
let sync: Sync
let readCatalogue: CatalogueReader
let names: Map<string, Name>
let engines: Record<'meilisearch' | 'postgres', Engine>
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const meili = inject('meili')
  const indexName = `words-${process.pid}`
  const people = await addPeople(db, Object.values(cast))
  names = new Map(
    [...people].map(([id, person]) => [
      id,
      Object.entries(cast).find(([, one]) => one === person)?.[0] as Name,
    ]),
  )
  readCatalogue = createCatalogueReader(db)
  sync = createSync({ db, meili, indexName, clock: { now: () => now }, log: quietLog })
  await sync.run()
  engines = {
    postgres: createPostgresEngine(db),
    meilisearch: createMeilisearchEngine(meili, indexName, async () => new Map(), 10_000),
  }
}, 60_000)
afterAll(async () => {
  await sync.drop()
  await database.drop()
})

const find = async (engine: Engine, q: string): Promise<Name[]> => {
  const { lexicon } = await readCatalogue()
  const filters = { ...noFilters, q }
  const viewer = { seesAllDays: false }
  const { candidates } = await engine.find({
    filters,
    viewer,
    today,
    moment: now,
    lexicon,
    offset: 0,
    limit: 1_000,
    excluded: [],
  })
  return candidates.map(({ id }) => names.get(id) as Name).sort()
}

const intimacy: Name[] = ['aida', 'noe']
const everybody: Name[] = ['aida', 'jean', 'noe']
const queries: [typed: string, found: Name[]][] = [
  // The professions, in every form.
  ['coordinateur d’intimité', intimacy],
  ["coordinatrice d'intimite", intimacy],
  ['COORDINATRICE INTIMITÉ', intimacy],
  ['coordinateur·rice d’intimité', intimacy],
  ['coordinateur.rice d’intimité', intimacy],
  ['coordinateur-trice d’intimité', intimacy],
  ['coordinateur(trice) d’intimité', intimacy],
  ['coordinateur/trice d’intimité', intimacy],
  ['coordinatrices d’intimité', intimacy],
  ['coordonnatrice de l’intimité', intimacy],
  ['coordonnateur d’intimité', intimacy],
  ['directrice d’intimité', intimacy],
  ['directeur·rice d’intimité', intimacy],
  ['référente intimité', intimacy],
  ['intimacy coordinator', intimacy],
  ['intimacy director', intimacy],
  ['intimité', intimacy],
  ['IC', intimacy],
  ['CI', intimacy],
  ['coordinateur', everybody],
  ['coordinatrice', everybody],
  ['écoproduction', ['jean']],
  ['éco-production', ['jean']],
  ['eco production', ['jean']],
  ['ecoproduction', ['jean']],
  ['coordinatrice d’éco-production', ['jean']],
  ['éco-référent', ['jean']],
  ['éco-référente', ['jean']],
  ['éco-référent·e', ['jean']],
  ['eco referent', ['jean']],
  ['éco-référent(e)s', ['jean']],
  ['éco-manager', ['jean']],
  ['responsable d’écoproduction', ['jean']],
  ['green consultant', ['jean']],
  ['green steward', ['jean']],
  ['sustainability coordinator', ['jean']],
  // Names, with their accents, ligatures, beginnings and typing errors.
  ['aida', ['aida']],
  ['Kervella', ['aida']],
  ['kerv', ['aida']],
  ['kervela', ['aida']],
  ['kervelal', ['aida']],
  ['lœuvre', ['jean']],
  ['loeuvre', ['jean']],
  ['jean pierre', ['jean']],
  ['jean-pierre', ['jean']],
  ['delacroix noe', ['noe']],
  // Places, in both languages and by what people call them.
  ['bretagne', ['aida']],
  ['Brittany', ['aida']],
  ['rennes', ['aida']],
  ['Paris', ['jean']],
  ['ile de france', ['jean']],
  ['PACA', ['noe']],
  ['marseille', ['noe']],
  ['côte d’azur', ['noe']],
  // Skills, languages, proofs, texts.
  ['réemploi', ['jean']],
  ['reemploi', ['jean']],
  ['réemploie', ['jean']],
  ['italien', ['noe']],
  ['SAG-AFTRA', ['noe']],
  ['IC-SAG-REG', ['noe']],
  ['stunts', ['noe']],
  ['plateau fermé', ['aida']],
  // Several words narrow.
  ['intimité rennes', ['aida']],
  ['intimité à Rennes', ['aida']],
  ['intimité paris', []],
  // Operators are plain text.
  ['-paris', ['jean']],
  ['"paris"', ['jean']],
  ['intimité -rennes', ['aida']],
  ['"coordinatrice rennes"', ['aida']],
  // A bio shown to fewer than everybody is not searched.
  ['Bordeaux', []],
  ['zzzzz', []],
]

describe.each(['postgres', 'meilisearch'] as const)('%s', (name) => {
  test.each(queries)('« %s » finds %j', async (typed, found) => {
    expect(await find(engines[name], typed)).toEqual(found)
  })
})
