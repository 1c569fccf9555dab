import * as m from '#lib/paraglide/messages.js'
import { decisionKeys } from './keys.ts'

/** What is possible beside the decisions, in every state: a question to the owner. */
export const askChoice = () => ({
  value: 'question',
  label: m.desk_question(),
  note: m.desk_question_note(),
  key: decisionKeys.question,
})
