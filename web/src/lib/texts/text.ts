import type { Locale } from '@repere/api/client.ts'

/** A page of prose. Paragraphs are plain text. */
export interface Text {
  title: string
  lead: string
  sections: readonly Section[]
}

interface Section {
  /** For links into the page. */
  id?: string
  title: string
  paragraphs?: readonly string[]
  list?: readonly string[]
  /** A list whose order counts. */
  steps?: readonly string[]
}

/** The same page in both languages: one without the other does not compile. */
export type Texts = Record<Locale, Text>
