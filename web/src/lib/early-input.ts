type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Notes what somebody typed, chose or unfolded before the scripts of a page took over, and answers how to give it back: taking
 * over sets each field to what the server wrote. Given back, it is told to the page as if it were typed then, so that what
 * follows a field follows it. Call it before, and what it answers after.
 */
export function noteEarlyInput(): () => void {
  const fields = document.querySelectorAll<Field>('input:not([type=hidden]), textarea, select')
  const opened = document.querySelectorAll<HTMLDetailsElement>('details[open]')
  const undo = [...[...fields].filter(isTouched).map(hold), ...[...opened].map(holdOpen)]
  return () => {
    for (const giveBack of undo) giveBack()
  }
}

const isTouched = (field: Field): boolean => {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some(({ selected, defaultSelected }) => selected && !defaultSelected)
  if (isFile(field)) return field.files?.length !== 0
  // A box without a value of its own says "on", which nobody typed.
  if (isTick(field)) return field.checked !== field.defaultChecked
  return field.value !== field.defaultValue
}

const isTick = (field: Field): field is HTMLInputElement => ['checkbox', 'radio'].includes(field.type)

const isFile = (field: Field): field is HTMLInputElement => field.type === 'file'

const hold = (field: Field): (() => void) => {
  const { value } = field
  const checked = field instanceof HTMLInputElement && field.checked
  return () => {
    if (isTick(field)) field.checked = checked
    else if (!isFile(field)) field.value = value
    // The one of several that was left says nothing: the one that was chosen does.
    if (field.type === 'radio' && !checked) return
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

const holdOpen = (details: HTMLDetailsElement) => () => {
  details.open = true
}
