const latinOf: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ə: 'e',
}

const cyrillic: [string, string][] = [...'абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюя'].map((letter, index) => [
  letter,
  'a b v g g d e ie j z i i i i k l m n o p r s t ou f kh ts tch ch chtch _ y _ e iou ia'.split(' ')[index] ??
    '',
])
const greek: [string, string][] = [...'αβγδεζηθικλμνξοπρσςτυφχψω'].map((letter, index) => [
  letter,
  'a v g d e z i th i k l m n x o p r s s t y f ch ps o'.split(' ')[index] ?? '',
])

const letters = new Map([...Object.entries(latinOf), ...cyrillic, ...greek])

/**
 * A name as the address of a page: lower-case ASCII letters and digits, parts joined by hyphens, 60 characters at
 * most. Accents fall; Cyrillic and Greek are transliterated. A name with nothing to keep becomes `profil`.
 */
export const toSlug = (name: string): string => {
  const plain = [...name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')]
    .map((letter) => letters.get(letter) ?? letter)
    .join('')
    .replaceAll('_', '')
  const words = plain.replace(/['’]/g, '-').match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 60).replace(/-+$/, '') || 'profil'
}

/** Pages of the site that stand where a profile would. */
const pages: ReadonlySet<string> = new Set(['compare'])

/** The slug itself, else the first free `slug-2`, `slug-3` … */
export const freeSlug = (slug: string, taken: ReadonlySet<string>): string => {
  let candidate = slug
  for (let count = 2; taken.has(candidate) || pages.has(candidate); count += 1) candidate = `${slug}-${count}`
  return candidate
}

const provisional = /^draft-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Stands in the place of a slug until the first save gives the profile its name. Never public. */
export const provisionalSlug = (accountId: string): string => `draft-${accountId}`

export const isProvisional = (slug: string): boolean => provisional.test(slug)
