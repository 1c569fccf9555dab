// Runs in the page while somebody types: notes the moment of every key, and says when the answer to the last is painted.
;(() => {
  let lastKey = 0
  let listed = ''
  let suggested
  let shifted = 0
  let slowestKey = 0
  const typed = ({ timeStamp, type }) => {
    // What is put in without a key of its own, such as « é » on some keyboards, begins with the input.
    if (type === 'input' && timeStamp - lastKey < 40) return
    lastKey = timeStamp
    suggested = undefined
  }
  addEventListener('keydown', typed, true)
  addEventListener('input', typed, true)
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shifted += value
  }).observe({ type: 'layout-shift' })
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (/^key|^input$/.test(name)) slowestKey = Math.max(slowestKey, duration)
  }).observe({ type: 'event', durationThreshold: 16 })

  // When the frame that is being made has been painted.
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(undefined)
      })
    })
  const textOf = (selector) =>
    [...document.querySelectorAll(selector)].map((one) => one.getAttribute('href') ?? one.textContent).join()

  new MutationObserver(async () => {
    const list = textOf('[role=option]')
    if (list === listed) return
    listed = list
    const at = await painted()
    if (list !== '') suggested = at - lastKey
  }).observe(document, { childList: true, subtree: true, characterData: true })

  // Resolves once the page shows the people the api finds for these words, in order: `expected`, by their links.
  window.answerTo = (words, expected) =>
    new Promise((resolve) => {
      const look = async () => {
        const asked = new URL(location.href).searchParams.get('q') ?? ''
        if (asked !== words || textOf('[data-result]').replaceAll(/\?[^,]*/g, '') !== expected) return
        changes.disconnect()
        const answered = (await painted()) - lastKey
        await new Promise((settled) => setTimeout(settled, 400))
        const request = performance
          .getEntriesByType('resource')
          .findLast(({ name }) => /coordinators\/__data\.json/.test(name))
        resolve({
          answered,
          suggested,
          shifted,
          slowestKey,
          asked: request.startTime - lastKey,
          waited: request.responseEnd - request.startTime,
          shown: answered - (request.responseEnd - lastKey),
        })
      }
      const changes = new MutationObserver(look)
      changes.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
      void look()
    })
})()
