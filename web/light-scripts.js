// A sentence as paraglide compiles it: one function for each language, and one that chooses, by an option if it is given one.
const compiled =
  /const fr_(\w+) = [^\n]*?\((i?)\) => \{\s*return [^(`]*\((`(?:[^`\\]|\\.)*`)\)\s*\};?\s*const en_\1 = [^\n]*?\(i?\) => \{\s*return [^(`]*\((`(?:[^`\\]|\\.)*`)\)\s*\};?/
const choice = /(export const \w+ = )[\s\S]*$/

/**
 * Writes sentences without that option, which no page uses, as one function: a fifth of what the scripts of a page
 * weigh is sentences. Those with cases stay as they are compiled.
 * @type {() => import('vite').Plugin}
 */
export const plainMessages = () => ({
  name: 'plain-messages',
  transform(code, id) {
    if (!/\/paraglide\/messages\/\w+\.js$/.test(id)) return undefined
    const found = compiled.exec(code)
    const start = choice.exec(code)
    if (!found || !start) return undefined
    const [, , input, french, english] = found
    const plain = `import { getLocale } from '../runtime.js'
${start[1]}(${input}) => (getLocale() === 'fr' ? ${french} : ${english})`
    return { code: plain, map: null }
  },
})

/**
 * Leaves out of scripts what only servers read of a region: its official numbers, and the names people type.
 * @type {() => import('vite').Plugin}
 */
export const plainRegions = () => ({
  name: 'plain-regions',
  enforce: 'pre',
  transform(code, id, options) {
    if (options?.ssr || !id.endsWith('/db/vocabulary/region.ts')) return undefined
    return {
      code: code.replaceAll(/ (?:insee|nuts): '[^']*',| alsoCalled: \[[^\]]*\],/g, ''),
      map: null,
    }
  },
})

/**
 * In the browser the language is read off the address. Paraglide's own way, which serves every strategy, parses the
 * address for each sentence and each link.
 * @type {() => import('vite').Plugin}
 */
export const plainLocale = () => ({
  name: 'plain-locale',
  transform(_code, id, options) {
    if (options?.ssr || !id.endsWith('/paraglide/runtime.js')) return undefined
    const plain = `export const getLocale = () => (/^\\/en(?=\\/|$)/.test(location.pathname) ? 'en' : 'fr')
export const experimentalStaticLocale = undefined`
    return { code: plain, map: null }
  },
})
