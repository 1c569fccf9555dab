import type { BookingParty } from '@repere/db/vocabulary/booking.ts'

type Side = BookingParty | 'registrar' | 'clock'

/** Every sentence of a deal memo. */
export interface MemoWords {
  title: string
  confidential: string
  notice: { title: string; text: string }
  marks: {
    completed(at: string): string
    cancelled(at: string, by: Side): string
    voided(at: string): string
  }
  headings: Record<
    | 'parties'
    | 'project'
    | 'days'
    | 'pay'
    | 'employment'
    | 'expenses'
    | 'cancellation'
    | 'silence'
    | 'agreed',
    string
  >
  production: string
  coordination: string
  siret(number: string): string
  foreign(country: string, number: string): string
  agreement(name: string): string
  representedBy(name: string, role: string): string
  knownAs(name: string): string
  removed: Record<BookingParty, string>
  work: string
  discipline: string
  places: string
  noPlaces: string
  textsGone(at: string): string
  columns: { phase: string; days: string; where: string }
  onSite: string
  remote: string
  remark: { shared: string }
  total(days: string): string
  exclusive(days: string): string
  noneExclusive: string
  rate: string
  noRate: string
  prep: string
  prepPaid: string
  travel: string
  lodging: string
  perDiem: string
  covered: string
  given: string
  unsaid: string
  fromBrief: string
  noBrief: string
  form: string
  noForm: string
  customary: string
  subordination: string
  cancellationLead(firstDay: string): string
  cancellationColumns: { when: string; share: string }
  until(day: string): string
  from(day: string): string
  onDay(day: string): string
  nothing: string
  thatIs(amount: string): string
  cancelledShare(percent: string): string
  cancelledFree: string
  silence: readonly string[]
  asked: string
  askedHow(at: string, firm: boolean): string
  held: string
  confirmed: string
  terms: string
  bySide: Record<BookingParty, string>
  version(number: number, by: string): string
  reference: string
  referenceNote: string
  made: string
}
