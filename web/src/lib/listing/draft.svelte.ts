import { getContext, setContext } from 'svelte'

/** What was typed on the step in sight and is not saved yet, for the preview beside it. */
export interface Draft {
  displayName?: string
  titleForm?: string
  headline?: string
}

const key = Symbol('draft')

/** Opens an empty draft for the steps below; one per page, never in a module. */
export const openDraft = (): Draft => {
  const draft: Draft = $state({})
  setContext(key, draft)
  return draft
}

export const getDraft = (): Draft => getContext(key)
