/** Where somebody was on a page when they sent a form: kept for the page that answers. */
interface Place {
  path: string
  form: string
  /** The words of the button that sent it. */
  button: string
  /** The headings above it, the nearest first. */
  headings: string[]
}

const kept = 'place-of-form'
const headings = 'h1, h2, h3, h4'

const wordsOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()

const actionOf = (form: HTMLFormElement): string => {
  const { pathname, searchParams } = new URL(form.action, location.href)
  return [...searchParams.keys()].find((key) => key.startsWith('/')) ?? pathname
}

/** What a form sends and about what, without what changes with each version of the page. */
const signOf = (form: HTMLFormElement): string =>
  JSON.stringify([
    actionOf(form),
    ...[...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')]
      .filter(({ name }) => name !== 'version' && name !== 'place')
      .map(({ name, value }) => `${name}=${value}`),
  ])

/** Without figures: a count changes with what was done. */
const headingSign = (heading: Element) => `${heading.tagName} ${wordsOf(heading).replace(/\d+/g, '')}`

const headingsAbove = (form: HTMLFormElement): string[] =>
  [...document.querySelectorAll(headings)]
    .filter((heading) => heading.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING)
    .map(headingSign)
    .reverse()

/** Keeps the place of a form that leaves for a page of its own. Call it when a form is sent. */
export function keepPlace({ defaultPrevented, target, submitter }: SubmitEvent): void {
  if (defaultPrevented || !(target instanceof HTMLFormElement)) return
  const place: Place = {
    path: location.pathname,
    form: signOf(target),
    button: submitter ? wordsOf(submitter) : '',
    headings: headingsAbove(target),
  }
  sessionStorage.setItem(kept, JSON.stringify(place))
}

const takePlace = (): Place | null => {
  const text = sessionStorage.getItem(kept)
  sessionStorage.removeItem(kept)
  return text === null ? null : JSON.parse(text)
}

const buttonsIn = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (element) => element instanceof HTMLButtonElement && element.type === 'submit',
  ) as HTMLButtonElement[]

/** The same button; else the one left of a pair with the same act, such as « up » of a row that reached the end. */
const findButton = ({ form, button }: Place): HTMLElement | undefined => {
  const forms = [...document.forms].filter((one) => signOf(one) === form).map(buttonsIn)
  const same = forms.flat().find((one) => wordsOf(one) === button)
  return same ?? forms.find((buttons) => buttons.length === 1)?.[0]
}

const findHeading = (place: Place): HTMLElement | undefined => {
  const all = [...document.querySelectorAll<HTMLElement>(headings)]
  for (const sign of place.headings) {
    const heading = all.find((one) => headingSign(one) === sign)
    if (heading) return heading
  }
  return all.find(({ tagName }) => tagName === 'H1')
}

/**
 * After a form brought the same page again, the focus stands where it stood: on the same button, else, when its row is gone,
 * on the heading above it. Nothing moves where the page placed the focus itself, such as on what was refused. Answers whether
 * it moved.
 */
export function returnToPlace(): boolean {
  const place = takePlace()
  if (place?.path !== location.pathname || document.activeElement !== document.body) return false
  const control = findButton(place)
  const target = control ?? findHeading(place)
  if (!target) return false
  if (!control) target.tabIndex = -1
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'center' })
  return true
}
