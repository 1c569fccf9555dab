/** A reason not to start that a person can act on: one sentence, shown without a stack. */
export class StopSentence extends Error {
  override name = 'StopSentence'
}
