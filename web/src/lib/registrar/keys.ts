import type { CompanyDecision, CredentialDecision, ReportOutcome } from '@repere/api/client.ts'

/** The key that chooses a decision, or a question, the same in both languages. */
export const decisionKeys: Record<ReportOutcome | CredentialDecision | CompanyDecision | 'question', string> =
  {
    'document-seen': 'V',
    confirm: 'C',
    refuse: 'R',
    withdraw: 'W',
    verify: 'V',
    suspend: 'S',
    restore: 'E',
    'no-action': 'A',
    warning: 'T',
    'booking-stays-frozen': 'G',
    'account-suspended': 'S',
    question: 'D',
  }

/** What a pressed key means at the desk. */
export type DeskMove = { to: 'next' | 'previous' } | { choose: string } | { submit: true } | undefined

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio')

const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement

/** Reads a key press: nothing while somebody types, nor together with Ctrl, Alt or Cmd. */
export function readKey(event: KeyboardEvent): DeskMove {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return undefined
  if (event.key === 'Enter') return isControl(event.target) ? undefined : { submit: true }
  const key = event.key.toUpperCase()
  if (key === 'J') return { to: 'next' }
  if (key === 'K') return { to: 'previous' }
  return Object.values(decisionKeys).includes(key) ? { choose: key } : undefined
}
