import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { ProjectType } from '@repere/db/vocabulary/medium.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import type { Story } from '../bookings/service.ts'
import { writeCsv } from '../http/csv.ts'
import { disciplineWords, projectTypeWords, sayInstant, sayRegions } from '../mail/templates/booking-facts.ts'
import { type Outcome, outcomeOf } from './answer-rules.ts'
import { sayDays } from './day-words.ts'
import { type DiligenceWords, diligenceWords } from './diligence-words.ts'
import { capital, quote, sayCountry, saySiret } from './figures.ts'
import { memoWords } from './memo-languages.ts'
import { isoIn, sayMoment } from './moments.ts'
import type { Paper, Section } from './paper.ts'

export interface DiligenceFacts {
  company: { legalName: string; country: string; registration: string }
  project: {
    title: string | null
    type: ProjectType
    discipline: Discipline
    regions: readonly RegionCode[]
  }
  stories: readonly Story[]
  reference: string
  madeAt: Date
}

/** A file is read by one company: all its hours are those of one place, and said to be. */
const zone = 'Europe/Paris'

/** The proof of diligence of a project in a language. */
export const toDiligence = (facts: DiligenceFacts, locale: Locale): Paper => {
  const words = diligenceWords[locale]
  const { project, company } = facts
  const title = project.title ? quote(locale, project.title) : words.untitled
  const { siret, foreign } = memoWords[locale]
  return {
    language: locale,
    discipline: project.discipline,
    title: words.title,
    subtitle: `${title}, ${disciplineWords[locale][project.discipline]}`,
    mark: null,
    notice: words.notice,
    sections: [
      {
        ...empty(words.headings.project),
        facts: [
          {
            term: words.production,
            lines: [
              company.legalName,
              company.country === 'FR'
                ? siret(saySiret(company.registration))
                : foreign(sayCountry(locale, company.country), company.registration),
            ],
          },
          { term: words.work, lines: [`${title}, ${projectTypeWords[locale][project.type]}`] },
          { term: words.discipline, lines: [capital(disciplineWords[locale][project.discipline])] },
          { term: words.places, lines: [sayRegions(locale, project.regions) || words.noPlaces] },
        ],
      },
      requestsOf(facts, words, locale),
      {
        ...empty(words.headings.seal),
        facts: [
          { term: words.reference, lines: [facts.reference] },
          { term: words.made, lines: [sayInstant(locale, facts.madeAt, zone)] },
        ],
        texts: [words.referenceNote],
      },
    ],
    reference: facts.reference,
    madeAt: facts.madeAt.toISOString(),
  }
}

const empty = (heading: string): Section => ({ heading, facts: [], texts: [], grid: null })

/** « 5 demandes envoyées, 3 réponses reçues, 1 sans réponse dans le délai, 1 confirmation ». */
const summaryOf = (stories: readonly Story[], words: DiligenceWords): string => {
  const outcomes = stories.map(outcomeOf)
  const count = (of: (outcome: Outcome) => boolean) => outcomes.filter(of).length
  const figures: Record<keyof DiligenceWords['counted'], number> = {
    asked: stories.length,
    answered: count(({ answer }) => ['accepted', 'countered', 'declined'].includes(answer)),
    silent: count(({ answer }) => answer === 'none'),
    awaited: count(({ answer }) => answer === 'awaited'),
    found: stories.filter(({ state }) => state === 'confirmed' || state === 'completed').length,
  }
  const told = (Object.keys(figures) as (keyof typeof figures)[]).filter((name) => figures[name] > 0)
  return `${told.map((name) => `${figures[name]}\u00a0${words.counted[name](figures[name])}`).join(', ')}.`
}

const requestsOf = ({ stories }: DiligenceFacts, words: DiligenceWords, locale: Locale): Section => {
  if (stories.length === 0) return { ...empty(words.headings.requests), texts: [words.nobody] }
  const moment = (at: string) => sayMoment(locale, at, zone)
  return {
    ...empty(words.headings.requests),
    texts: [summaryOf(stories, words), words.zone],
    grid: {
      columns: [...words.columns],
      rows: stories.map((story, index) => {
        const { answer, answeredAt, end } = outcomeOf(story)
        return [
          [`${index + 1}. ${nameOf(story, words)}`, capital(story.person.titleForm)]
            .filter(Boolean)
            .join('\n'),
          `${moment(story.requestedAt)}\n${words.kinds[story.kind]}`,
          capital(sayDays(locale, story.days)),
          story.replyBy ? moment(story.replyBy) : words.unknownDeadline,
          [
            words.answers[answer],
            answeredAt && moment(answeredAt),
            end && `${words.ends[end.state](end.by)}\n${moment(end.at)}`,
          ]
            .filter(Boolean)
            .join('\n'),
        ]
      }),
    },
  }
}

const nameOf = ({ person }: Story, words: DiligenceWords): string =>
  person.removed ? words.removed : person.displayName

/** The same requests as a table for spreadsheets: days and hours as machines sort them, the shift from Greenwich in each. */
export const toDiligenceCsv = ({ project, stories, reference }: DiligenceFacts, locale: Locale): string => {
  const words = diligenceWords[locale]
  const lines = stories.map((story, index) => {
    const { answer, answeredAt, end } = outcomeOf(story)
    return [
      index + 1,
      nameOf(story, words),
      story.person.titleForm,
      disciplineWords[locale][project.discipline],
      words.kinds[story.kind],
      isoIn(zone, story.requestedAt),
      story.days.join(' '),
      story.replyBy ? isoIn(zone, story.replyBy) : words.unknownDeadline,
      words.answers[answer],
      answeredAt ? isoIn(zone, answeredAt) : '',
      end ? words.ends[end.state](end.by) : '',
      end ? isoIn(zone, end.at) : '',
      reference,
    ]
  })
  return writeCsv([words.csv, ...lines], locale === 'fr' ? ';' : ',')
}
