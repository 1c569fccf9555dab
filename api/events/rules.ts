/** What a fact may be: a code, an opaque id, a day, an instant, a count, a yes or no; or a list of those. */
export type Fact = string | number | boolean | null
export type Facts = Readonly<Record<string, Fact | readonly Fact[]>>

const code = /^[A-Za-z0-9][A-Za-z0-9:._/+-]{0,79}$/

const isPlain = (fact: Fact): boolean => typeof fact !== 'string' || code.test(fact)

/**
 * The name of the first fact that could hold a person's words: the audit trail is kept for ever, so it may hold
 * neither names nor free text. Codes, ids, days and instants have no spaces and no more than 80 characters.
 */
export const findWordyFact = (facts: Facts): string | undefined =>
  Object.entries(facts).find(([, value]) => ![value].flat().every(isPlain))?.[0]
