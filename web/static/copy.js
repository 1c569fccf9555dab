// The copy buttons of pages that need no other script: shown only where this runs, and able to.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async (event) => {
    event.preventDefault()
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = button.dataset.done
    button.setAttribute('role', 'status')
  })
}
