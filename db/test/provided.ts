declare module 'vitest' {
  /** What the run's engines hand to tests: the maintenance database as either role, and the search server. */
  export interface ProvidedContext {
    postgres: { ownerUrl: string; appUrl: string }
    meili: { url: string; key: string }
  }
}

export {}
