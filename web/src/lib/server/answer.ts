import { error } from '@sveltejs/kit'
import { problemOf } from './problem-of.ts'

interface Answer<Body> {
  ok: boolean
  status: number
  headers: Headers
  json(): Promise<Body>
}

/** What a route answers: this body, or a problem. */
export type Answered<Body> = Pick<Response, 'status' | 'headers' | 'clone'> &
  ({ ok: true; json(): Promise<Body> } | { ok: false; json(): Promise<unknown> })

/** The success body among the answers a route may give. */
export type Success<A> = Extract<A, { ok: true }> extends { json(): Promise<infer Body> } ? Body : never

/** What a page cannot do without: the body, or the error page of the status refused with. */
export async function bodyOf<A extends Answer<unknown>>(answer: A): Promise<Success<A>> {
  if (answer.ok) return (await answer.json()) as Success<A>
  const { status, requestId } = await problemOf(answer)
  error(status, requestId ? { message: '', requestId } : { message: '' })
}
