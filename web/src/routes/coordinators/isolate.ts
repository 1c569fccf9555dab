/** Makes everything but one element inert, as long as a sheet stands over the page. Returns what lifts it again. */
export function isolate(element: HTMLElement): () => void {
  const silenced: HTMLElement[] = []
  for (
    let node: HTMLElement = element;
    node.parentElement && node !== document.body;
    node = node.parentElement
  )
    for (const sibling of node.parentElement.children)
      if (sibling !== node && sibling instanceof HTMLElement && !sibling.inert) {
        sibling.inert = true
        silenced.push(sibling)
      }
  return () => {
    for (const sibling of silenced) sibling.inert = false
  }
}
