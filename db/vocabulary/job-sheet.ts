import type { Day } from './day.ts'

/** The same words in both languages. */
export interface Both {
  fr: string
  en: string
}

/** Several texts in each language; there may be more of them in one than in the other. */
export interface BothLists {
  fr: string[]
  en: string[]
}

/** Where something was read. What is not known stays null: neither an address nor a day is ever made up. */
export interface SheetSource {
  title: Both
  publisher: Both
  url: string | null
  readOn: Day | null
}

/** A rule of law or of an aid: since when, what it says, and which of the section's sources says so. */
export interface SheetRule {
  since: Both
  says: Both
  /** Place in the section's sources, from 0. */
  source: number | null
}

export interface SheetSection {
  /** For links into the page; fixed once the section is made. */
  key: string
  heading: Both
  paragraphs: BothLists
  list: BothLists
  rules: SheetRule[]
  sources: SheetSource[]
}

/** What a person of this profession does, when one is asked for, how to work with one. Plain text throughout. */
export interface JobSheet {
  title: Both
  lead: Both
  sections: SheetSection[]
}
