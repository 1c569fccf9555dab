import { createHash } from 'node:crypto'
import { Meilisearch } from 'meilisearch'

export interface MeiliAddress {
  url: string
  key: string
}

/**
 * A client of the search server. Without the plain encoding every answer waits 40 ms for a delayed acknowledgement of
 * its compressed last packet.
 */
export const connectMeili = ({ url, key }: MeiliAddress, timeoutMs: number): Meilisearch =>
  new Meilisearch({
    host: url,
    apiKey: key,
    timeout: timeoutMs,
    requestInit: { headers: { 'accept-encoding': 'identity' } },
    defaultWaitOptions: { interval: 10, timeout: 60_000 },
  })

/**
 * A key that may search one index and nothing else, made with the master key; always the same one for the same index.
 * A key that may not make keys is narrow already, and is given back as it is.
 */
export const takeSearchKey = async (
  address: MeiliAddress,
  indexName: string,
  timeoutMs: number,
): Promise<string> => {
  const client = connectMeili(address, timeoutMs)
  const uid = toUuid(`repere search ${indexName}`)
  try {
    const made = await client.createKey({
      uid,
      name: `search ${indexName}`,
      actions: ['search'],
      indexes: [indexName],
      expiresAt: null,
    })
    return made.key
  } catch (error) {
    const code = codeOf(error)
    if (code === 'api_key_already_exists') return (await client.getKey(uid)).key
    if (code === 'invalid_api_key') return address.key
    throw error
  }
}

/** The server's own name of what went wrong; undefined when it did not answer. */
export const codeOf = (error: unknown): string | undefined =>
  (error as { cause?: { code?: string } } | undefined)?.cause?.code

const toUuid = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
