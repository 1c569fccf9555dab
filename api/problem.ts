/** Every way the product says no. The code is stable and part of the API; status numbers live in `http/problems.ts`. */
export const problemCodes = [
  // What any request may meet.
  'invalid-request',
  'malformed-json',
  'unsupported-media-type',
  'body-too-large',
  'not-found',
  'method-not-allowed',
  'sign-in-required',
  'wrong-role',
  'cross-origin',
  'too-many-requests',
  'overloaded',
  'timed-out',
  'unexpected',
  'idempotency-key-required',
  'idempotency-key-reused',
  'request-in-flight',
  // Accounts and sessions.
  'email-taken',
  'wrong-credentials',
  'link-expired',
  'email-not-verified',
  'account-suspended',
  'session-not-found',
  'confirmation-required',
  'wrong-password',
  'wrong-code',
  'sign-in-expired',
  'second-factor-required',
  'second-factor-on',
  'second-factor-off',
  // Profiles, credentials, calendars.
  'coordinator-not-found',
  'profile-missing',
  'profile-incomplete',
  'pair-not-found',
  'pair-exists',
  'pair-asked-lately',
  'pair-does-not-fit',
  'pair-awaits-other',
  'photo-not-found',
  'credit-not-found',
  'credits-full',
  'credential-not-found',
  'credential-declared',
  'credential-in-creation',
  'credential-refused',
  'credential-withdrawn',
  'credential-ended',
  'credential-not-checked',
  'profile-not-published',
  'verification-not-found',
  'calendar-changed',
  'calendar-unreadable',
  'calendar-import-not-found',
  'nothing-to-undo',
  'calendar-feed-not-found',
  'sign-in-to-see-more',
  'saved-search-not-found',
  'saved-searches-full',
  'search-too-wide',
  // Files.
  'file-empty',
  'file-too-large',
  'file-type-refused',
  'file-damaged',
  'file-encrypted',
  'image-too-large',
  'evidence-not-found',
  'evidence-fixed',
  'evidence-changed',
  'evidence-missing',
  // Companies and registrars.
  'company-exists',
  'company-missing',
  'company-not-found',
  'company-not-verified',
  'decision-not-allowed',
  // What registrars edit.
  'catalogue-entry-not-found',
  'catalogue-changed',
  'code-taken',
  'version-not-found',
  'profession-not-found',
  'job-sheet-changed',
  'company-suspended',
  'nothing-asked',
  'selection-changed',
  'template-not-found',
  'template-changed',
  // Imports and invitations.
  'list-unreadable',
  'import-not-found',
  'import-step-passed',
  'invitation-not-found',
  'invitation-closed',
  'mailed-recently',
  'unsubscription-not-found',
  // Projects and bookings.
  'project-not-found',
  'project-changed',
  'project-closed',
  'discipline-fixed',
  'booking-not-found',
  'memo-too-early',
  'no-days',
  'discipline-mismatch',
  'not-taking-requests',
  'too-late',
  'minor-stop',
  'minor-safeguards-missing',
  'brief-not-described',
  'booking-changed',
  'booking-not-completed',
  'credit-settled',
  'referee-not-possible',
  'referee-not-found',
  'booking-expired',
  'move-not-allowed',
  'dates-taken',
  'days-held',
  'not-first-option',
  'challenge-open',
  'challenge-ahead',
  'challenge-too-late',
  'extension-limit',
  'links-before-acceptance',
  'thread-closed',
  // Blocks and reports.
  'shortlist-full',
  'block-not-found',
  'report-not-found',
  'report-open',
  'statement-not-found',
  'contest-over',
  'booking-frozen',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** What is wrong with one part of a request: where (a JSON pointer, `/query/from` or `/header/…`) and what. */
export interface FieldError {
  pointer: string
  detail: string
}

export interface ProblemExtras {
  /** One sentence on this occurrence. */
  detail?: string
  errors?: FieldError[]
  /** Members that belong to the code: `taken` and `free` for `dates-taken`. */
  members?: Record<string, unknown>
  retryAfterSeconds?: number
}

/** An expected refusal, by name. Anything else that is thrown is a defect. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly extras: ProblemExtras

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(extras.detail ?? code)
    this.name = 'Problem'
    this.code = code
    this.extras = extras
  }
}

/** Refuses, by name: `refuse('dates-taken', { members: { taken, free } })`. */
export const refuse = (code: ProblemCode, extras: ProblemExtras = {}): never => {
  throw new Problem(code, extras)
}
