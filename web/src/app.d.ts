import type { Account } from '@repere/api/client.ts'

declare global {
  namespace App {
    interface Error {
      /** The number of the request, to tell us which answer went wrong. */
      requestId?: string
    }
    interface Locals {
      requestId: string
      locale: 'fr' | 'en'
      account: Account | null
    }
    interface PageData {
      account?: Account | null
    }
  }
}
