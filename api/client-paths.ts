interface WithParams {
  param?: Record<string, string>
}

/** One segment of an address: nothing in it reads as a path, a query, a step up or down. */
const segment = (value: string): string => {
  const encoded = encodeURIComponent(value)
  // Dots alone mean "here" and "above", encoded once as well as plain.
  return /^\.{1,2}$/.test(encoded) ? encoded.replaceAll('.', '%252E') : encoded
}

const encodeParams = (input: unknown): unknown => {
  const { param } = (input ?? {}) as WithParams
  if (!param) return input
  const encoded = Object.entries(param).map(([name, value]) => [name, segment(value)] as const)
  return { ...(input as WithParams), param: Object.fromEntries(encoded) }
}

/**
 * The typed client puts parameters into the address as they are. What a visitor typed into ours (`..%2Fme%2Fprofile`)
 * would reach another route in their name: each parameter is made one segment first.
 */
export const withSafePaths = <Part extends object>(part: Part): Part =>
  new Proxy(part, {
    get: (target, name) => {
      const inner: unknown = Reflect.get(target, name)
      return typeof inner === 'function' ? withSafePaths(inner) : inner
    },
    apply: (target, self, [input, ...rest]) =>
      Reflect.apply(target as () => unknown, self, [encodeParams(input), ...rest]),
  })
