/** Where somebody was on a page when they sent a form: kept for the page that answers. */
interface Place {
  path: string
  /** The button, and the form it stands in, as far as they can be told from others. */
  control: string
  /** The headings around it, the nearest first. */
  headings: string[]
}

const kept = 'place-of-form'
const headings = 'h1, h2, h3, h4'

const wordsOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()

/** A button told by its words and by what its form sends that does not change with each version of the page. */
const signOf = (button: HTMLElement, form: HTMLFormElement): string =>
  JSON.stringify([
    new URL(form.action, location.href).search,
    wordsOf(button),
    ...[...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')]
      .filter(({ name }) => name !== 'version')
      .map(({ name, value }) => `${name}=${value}`),
  ])

const signsOf = (heading: Element) => `${heading.tagName} ${wordsOf(heading)}`

const headingsAround = (form: HTMLFormElement): string[] => {
  const found: string[] = []
  for (
    let around: Element | null = form;
    around && around.tagName !== 'BODY';
    around = around.parentElement
  ) {
    const heading = around.querySelector(headings)
    if (heading && !found.includes(signsOf(heading))) found.push(signsOf(heading))
  }
  return found
}

/** Keeps the place of a form that leaves for a page of its own. Call it when a form is sent. */
export function keepPlace({ defaultPrevented, target, submitter }: SubmitEvent): void {
  if (defaultPrevented || !(target instanceof HTMLFormElement) || target.method !== 'post') return
  const place: Place = {
    path: location.pathname,
    control: submitter ? signOf(submitter, target) : '',
    headings: headingsAround(target),
  }
  sessionStorage.setItem(kept, JSON.stringify(place))
}

const takePlace = (): Place | null => {
  const text = sessionStorage.getItem(kept)
  sessionStorage.removeItem(kept)
  return text === null ? null : JSON.parse(text)
}

const findControl = ({ control }: Place): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLButtonElement>('form[method=post i] button:not([type=button])')].find(
    (button) => button.form && signOf(button, button.form) === control,
  )

const findHeading = (place: Place): HTMLElement | undefined => {
  const all = [...document.querySelectorAll<HTMLElement>(headings)]
  for (const sign of place.headings) {
    const heading = all.find((one) => signsOf(one) === sign)
    if (heading) return heading
  }
  return undefined
}

/**
 * After a form brought the same page again, the focus stands where it stood: on the same button, else, when its row is gone,
 * on the heading around it. Nothing moves where the page placed the focus itself, such as on what was refused. Answers whether
 * it moved.
 */
export function returnToPlace(): boolean {
  const place = takePlace()
  if (place?.path !== location.pathname || document.activeElement !== document.body) return false
  const control = findControl(place)
  const target = control ?? findHeading(place)
  if (!target) return false
  if (!control) target.tabIndex = -1
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'center' })
  return true
}
