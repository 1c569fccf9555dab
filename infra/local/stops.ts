/** How to stop what runs, outermost first: the front, our own servers, then the databases under them. */
export type Stops = Record<'front' | 'servers' | 'engines', (() => Promise<void>)[]>
