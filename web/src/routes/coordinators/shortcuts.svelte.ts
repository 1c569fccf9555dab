/** Whether single keys do something on the page of the search: they can be switched off (WCAG 2.1.4). */
export const shortcuts = $state({ on: true })

const name = 'search-keys'

/** What this browser was told before; they stay on where it keeps nothing. */
export const restoreShortcuts = () => {
  try {
    shortcuts.on = localStorage.getItem(name) !== 'off'
  } catch {}
}

export const keepShortcuts = (on: boolean) => {
  shortcuts.on = on
  localStorage.setItem(name, on ? 'on' : 'off')
}
