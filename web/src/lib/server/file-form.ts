import { isModestForm } from '@repere/api/client.ts'

/**
 * A form with a file, taken apart; undefined when it is longer than a page may take, or no more than parts and headings.
 * Everything else of a page waits while a form is read.
 */
export async function readFileForm(request: Request): Promise<FormData | undefined> {
  const type = request.headers.get('content-type') ?? ''
  const bytes = await request.arrayBuffer().catch(() => undefined)
  if (!bytes || !isModestForm(new Uint8Array(bytes), type)) return undefined
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined)
}
