type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Notes what somebody typed, chose or unfolded before the scripts of a page took over, and answers how to give it back: taking
 * over sets each field to what the server wrote. Call it before, and what it answers after.
 */
export function noteEarlyInput(): () => void {
  const fields = document.querySelectorAll<Field>('input:not([type=file], [type=hidden]), textarea, select')
  const opened = document.querySelectorAll<HTMLDetailsElement>('details[open]')
  const undo = [...[...fields].filter(isTouched).map(hold), ...[...opened].map(holdOpen)]
  return () => {
    for (const giveBack of undo) giveBack()
  }
}

const isTouched = (field: Field): boolean => {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some(({ selected, defaultSelected }) => selected && !defaultSelected)
  const ticked = field instanceof HTMLInputElement && field.checked !== field.defaultChecked
  return ticked || field.value !== field.defaultValue
}

const hold = (field: Field): (() => void) => {
  const { value } = field
  const checked = field instanceof HTMLInputElement && field.checked
  return () => {
    field.value = value
    if (field instanceof HTMLInputElement) field.checked = checked
  }
}

const holdOpen = (details: HTMLDetailsElement) => () => {
  details.open = true
}
