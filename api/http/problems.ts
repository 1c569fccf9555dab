import { z } from '@hono/zod-openapi'
import { type Problem, type ProblemCode, problemCodes } from '../problem.ts'

interface Meaning {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  title: string
}

/** The only place that knows status numbers. Titles are English; pages translate by code. */
export const meanings = {
  'invalid-request': { status: 400, title: 'The request has parts that cannot be accepted' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'unsupported-media-type': {
    status: 415,
    title: 'The body must be application/json, or multipart/form-data where a file is sent',
  },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not answer that method' },
  'sign-in-required': { status: 401, title: 'Sign in first' },
  'wrong-role': { status: 403, title: 'This account may not do that' },
  'cross-origin': { status: 403, title: 'The request came from another site' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  overloaded: { status: 503, title: 'Too busy at the moment' },
  'timed-out': { status: 503, title: 'The answer took too long' },
  unexpected: { status: 500, title: 'Something failed on our side' },
  'idempotency-key-required': { status: 400, title: 'An Idempotency-Key header is required' },
  'idempotency-key-reused': { status: 422, title: 'This key was used for another request' },
  'request-in-flight': { status: 409, title: 'The same request is still under way' },
  'email-taken': { status: 409, title: 'An account with this address exists' },
  'wrong-credentials': { status: 401, title: 'The address or the password is wrong' },
  'link-expired': { status: 400, title: 'This link was used or has expired' },
  'email-not-verified': { status: 403, title: 'Confirm your e-mail address first' },
  'account-suspended': { status: 403, title: 'This account is suspended' },
  'session-not-found': { status: 404, title: 'No such session' },
  'confirmation-required': { status: 403, title: 'Prove again who you are: this was last done too long ago' },
  'wrong-code': { status: 403, title: 'The code is wrong, or was used already' },
  'sign-in-expired': { status: 401, title: 'Signing in took too long: begin again' },
  'second-factor-required': { status: 403, title: 'Set up your second factor first' },
  'second-factor-on': { status: 409, title: 'The second factor is on already' },
  'second-factor-off': { status: 409, title: 'The second factor is not on' },
  'wrong-password': { status: 403, title: 'The password is wrong' },
  'coordinator-not-found': { status: 404, title: 'No such coordinator' },
  'profile-missing': { status: 409, title: 'Save your profile first' },
  'profile-incomplete': { status: 409, title: 'The profile is not ready to be published' },
  'pair-not-found': { status: 404, title: 'No such mentoring pair' },
  'pair-exists': { status: 409, title: 'This pair exists or waits for an answer' },
  'pair-asked-lately': { status: 409, title: 'This person was asked lately, and it came to nothing' },
  'pair-does-not-fit': {
    status: 409,
    title: 'A pair is one person in training and one who leads, in the same discipline',
  },
  'pair-awaits-other': { status: 409, title: 'The other side has to agree' },
  'photo-not-found': { status: 404, title: 'No such picture' },
  'credit-not-found': { status: 404, title: 'No such credit' },
  'credits-full': { status: 409, title: 'The list of credits is full' },
  'credential-not-found': { status: 404, title: 'No such credential' },
  'credential-declared': { status: 409, title: 'This credential is declared already' },
  'credential-in-creation': {
    status: 409,
    title: 'This credential is being created: nobody can hold it yet',
  },
  'credential-refused': { status: 409, title: 'This declaration was refused: change what was wrong with it' },
  'credential-withdrawn': { status: 409, title: 'A withdrawn credential cannot be taken back' },
  'credential-ended': { status: 409, title: 'The document has ended: it can no longer be attested' },
  'credential-not-checked': { status: 409, title: 'The registry has not checked this credential yet' },
  'profile-not-published': { status: 409, title: 'Publish your profile first' },
  'verification-not-found': { status: 404, title: 'No credential under this code' },
  'calendar-changed': { status: 409, title: 'The calendar changed since it was read' },
  'calendar-unreadable': { status: 400, title: 'The file cannot be read as a calendar' },
  'calendar-import-not-found': { status: 404, title: 'No such reading of a calendar file: read it again' },
  'nothing-to-undo': { status: 409, title: 'No change of the calendar is left to undo' },
  'calendar-feed-not-found': { status: 404, title: 'No calendar under this address' },
  'sign-in-to-see-more': { status: 403, title: 'Sign in to see more results' },
  'file-empty': { status: 400, title: 'The file is empty' },
  'file-too-large': { status: 413, title: 'The file is larger than 5 MB' },
  'file-type-refused': {
    status: 415,
    title: 'The file is not of a type that is accepted, whatever its name says',
  },
  'file-damaged': { status: 400, title: 'The file is damaged or cut short' },
  'file-encrypted': { status: 400, title: 'The PDF is locked by a password' },
  'image-too-large': { status: 400, title: 'The picture has more than 50 million pixels' },
  'evidence-not-found': { status: 404, title: 'No such document' },
  'evidence-fixed': { status: 409, title: 'A decision rests on this document: it can no longer be changed' },
  'evidence-changed': { status: 409, title: 'The document was replaced since it was read' },
  'evidence-missing': { status: 409, title: 'No document is in place: the reason must say what was checked' },
  'company-exists': { status: 409, title: 'This account has a company already' },
  'company-missing': { status: 409, title: 'Describe your company first' },
  'company-not-found': { status: 404, title: 'No such company' },
  'company-not-verified': { status: 403, title: 'The company must be verified first' },
  'decision-not-allowed': { status: 409, title: 'This decision does not fit the present state' },
  'catalogue-entry-not-found': { status: 404, title: 'No such entry of the catalogue' },
  'catalogue-changed': { status: 409, title: 'The entry changed since it was read' },
  'code-taken': { status: 409, title: 'Another entry of the list has this code' },
  'version-not-found': { status: 404, title: 'There is no such earlier version' },
  'profession-not-found': { status: 404, title: 'No such profession' },
  'job-sheet-changed': { status: 409, title: 'The job sheet changed since it was read' },
  'company-suspended': { status: 403, title: 'The company is suspended' },
  'nothing-asked': { status: 409, title: 'The registry has asked nothing here' },
  'selection-changed': {
    status: 409,
    title: 'Some of these changed since they were read over: nothing was done',
  },
  'template-not-found': { status: 404, title: 'No such template' },
  'template-changed': { status: 409, title: 'The template changed since it was read' },
  'list-unreadable': { status: 400, title: 'The file cannot be read as a list' },
  'import-not-found': { status: 404, title: 'No such import' },
  'import-step-passed': { status: 409, title: 'The import is past that step, or not there yet' },
  'invitation-not-found': { status: 404, title: 'No such invitation' },
  'invitation-closed': { status: 409, title: 'This invitation was answered, taken back or has lapsed' },
  'saved-search-not-found': { status: 404, title: 'No such kept search' },
  'saved-searches-full': { status: 409, title: 'As many searches are kept as can be' },
  'search-too-wide': { status: 409, title: 'Too many people answer this search to tell who is new' },
  'unsubscription-not-found': { status: 404, title: 'This link is not one of ours, or its account is gone' },
  'mailed-recently': { status: 409, title: 'This person was written to within a day' },
  'project-not-found': { status: 404, title: 'No such project' },
  'project-changed': { status: 409, title: 'The project changed since it was read' },
  'project-closed': { status: 409, title: 'The texts of this project were destroyed after its end' },
  'discipline-fixed': { status: 409, title: 'Somebody was asked for this project: its discipline stays' },
  'booking-not-found': { status: 404, title: 'No such booking' },
  'memo-too-early': { status: 409, title: 'There is no deal memo before the booking is confirmed' },
  'not-taking-requests': { status: 409, title: 'This person takes no requests at present' },
  'no-days': { status: 409, title: 'The project has no days to ask for yet' },
  'discipline-mismatch': { status: 409, title: 'This person does not work in the discipline of the project' },
  'too-late': { status: 409, title: 'The first day is less than 24 hours away' },
  'minor-stop': { status: 409, title: 'A brief with a minor in such a scene cannot be sent' },
  'minor-safeguards-missing': {
    status: 409,
    title: 'Scenes with a minor need a children’s supervisor and the authorisation',
  },
  'brief-not-described': { status: 409, title: 'Describe the scenes before confirming' },
  'booking-not-completed': { status: 409, title: 'The work of this booking is not over' },
  'referee-not-possible': {
    status: 409,
    title: 'Nobody can be asked to be a referee here, or it was asked before',
  },
  'referee-not-found': { status: 404, title: 'No such referee' },
  'credit-settled': { status: 409, title: 'This answer stands: the time to correct it is over' },
  'booking-changed': { status: 409, title: 'The booking changed since it was read' },
  'booking-expired': { status: 409, title: 'The deadline of this booking has passed' },
  'move-not-allowed': { status: 409, title: 'This move is not possible now' },
  'dates-taken': { status: 409, title: 'Some of these days are confirmed elsewhere' },
  'days-held': { status: 409, title: 'Another production holds an option before this one' },
  'not-first-option': { status: 409, title: 'Another option stands before this one' },
  'challenge-open': { status: 409, title: 'This booking takes part in an open challenge' },
  'challenge-ahead': { status: 409, title: 'An option before this one cannot be challenged at the moment' },
  'challenge-too-late': {
    status: 409,
    title: 'There is no time left to answer a challenge before these days',
  },
  'extension-limit': { status: 409, title: 'This option cannot be extended any further' },
  'links-before-acceptance': { status: 400, title: 'Links and addresses wait until the request is accepted' },
  'thread-closed': { status: 409, title: 'Nothing more can be written here' },
  'shortlist-full': { status: 409, title: 'No more people can be kept at a time' },
  'block-not-found': { status: 404, title: 'No such block' },
  'report-not-found': { status: 404, title: 'No such report' },
  'report-open': { status: 409, title: 'You reported this already, and it is being examined' },
  'statement-not-found': { status: 404, title: 'No such statement' },
  'contest-over': { status: 409, title: 'This decision can no longer be contested' },
  'booking-frozen': { status: 409, title: 'This booking stands still while a report is examined' },
} as const satisfies Record<ProblemCode, Meaning>

type StatusOf<Code extends ProblemCode> = (typeof meanings)[Code]['status']

const fieldError = z.strictObject({ pointer: z.string(), detail: z.string() })

/** RFC 9457, with our stable `code`, `errors` for bad input, and members that belong to a code. */
const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string(),
    code: z.enum(problemCodes),
    errors: z.array(fieldError).optional(),
  })
  .openapi('Problem')

/** A problem that a route may answer with: one of these. */
const problemOf = (codes: readonly ProblemCode[]) =>
  z.intersection(problem, z.looseObject({ code: z.enum(codes) }))

/** What goes on the wire for a problem. */
export const present = ({ code, extras }: Problem, instance: string) => ({
  ...extras.members,
  type: `urn:repere:problem:${code}`,
  title: meanings[code].title,
  status: meanings[code].status,
  ...(extras.detail && { detail: extras.detail }),
  instance,
  code,
  ...(extras.errors && { errors: extras.errors }),
})

type ProblemBody<Code extends ProblemCode> = {
  type: string
  title: string
  status: number
  detail?: string | undefined
  instance: string
  code: Code
  errors?: { pointer: string; detail: string }[] | undefined
}

type Refusals<Code extends ProblemCode> = {
  [Status in StatusOf<Code>]: {
    description: string
    content: {
      'application/problem+json': {
        schema: z.ZodType<ProblemBody<{ [C in Code]: StatusOf<C> extends Status ? C : never }[Code]>>
      }
    }
  }
}

/**
 * The refusals of a route, as OpenAPI responses grouped by status: `responses: { 200: …, ...refusals('dates-taken') }`.
 * The typed client narrows `code` by status.
 */
export const refusals = <const Code extends ProblemCode>(...codes: Code[]): Refusals<Code> => {
  const byStatus = Map.groupBy(codes, (code) => meanings[code].status)
  const entries = [...byStatus].map(([status, group]) => [
    status,
    {
      description: group.map((code) => `${code}: ${meanings[code].title}`).join('\n'),
      content: { 'application/problem+json': { schema: problemOf(group) } },
    },
  ])
  return Object.fromEntries(entries) as Refusals<Code>
}
