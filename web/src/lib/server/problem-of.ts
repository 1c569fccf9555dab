import { type FieldError, type ProblemCode, problemCodes } from '@repere/api/client.ts'

/** What the api refused, ready for `words/problems.ts`. */
export interface Refusal {
  status: number
  code: ProblemCode
  errors: FieldError[]
  /** Members that belong to the code, such as `taken` and `free` of `dates-taken`. */
  members: Record<string, unknown>
  requestId: string | undefined
}

/** Reads a refusal of the api. An answer that is no problem document counts as `unexpected`. */
export async function problemOf(response: Pick<Response, 'status' | 'headers' | 'json'>): Promise<Refusal> {
  const body = await response.json().catch(() => ({}))
  const { code, errors, instance, type, title, status, detail, ...members } = (body ?? {}) as Record<
    string,
    unknown
  >
  return {
    status: response.status,
    code: problemCodes.find((known) => known === code) ?? 'unexpected',
    errors: Array.isArray(errors) ? (errors as FieldError[]) : [],
    members,
    requestId: typeof instance === 'string' ? instance : undefined,
  }
}
