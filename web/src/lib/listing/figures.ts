/** A whole number as typed; null when left empty. Something else than a number comes out as -1, which the api refuses. */
export const countIn = (form: FormData, name: string): number | null => {
  const text = String(form.get(name) ?? '').replaceAll(/[\s\u00a0\u202f]/g, '')
  if (text === '') return null
  return /^\d{1,6}$/.test(text) ? Number(text) : -1
}

/** An amount as typed, « 380 » or « 380,50 », in cents; undefined when left empty, -1 when it is no amount. */
export const centsIn = (form: FormData, name: string): number | undefined => {
  const text = String(form.get(name) ?? '')
    .replaceAll(/[\s\u00a0\u202f€]/g, '')
    .replace(',', '.')
  if (text === '') return undefined
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : -1
}

/** Cents as a field shows them: « 380 », « 380,5 ». */
export const toAmount = (cents: number | undefined): string =>
  cents === undefined ? '' : String(cents / 100).replace('.', ',')
