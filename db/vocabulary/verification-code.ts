/** Digits and capitals without I, L, O and U, which are read as others. Each says five bits. */
export const verificationAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twelve signs: sixty bits. */
export const verificationLength = 12

const lookAlikes: Record<string, string> = { O: '0', I: '1', L: '1', U: 'V' }

/**
 * A code as people type, dictate or paste it: case, spaces, dashes, dots and look-alikes do not count, and the address
 * of its page counts as the code. Undefined when it can be no code at all.
 */
export const readVerificationCode = (typed: string): string | undefined => {
  const [, pasted] = /\/verify\/([^/?#\s]+)/.exec(typed) ?? []
  const signs = (pasted ?? typed)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\p{Pc}.·\u200b-\u200f\ufeff]/gu, '')
    .replaceAll(/[OILU]/g, (sign) => lookAlikes[sign] ?? sign)
  return signs.length === verificationLength &&
    [...signs].every((sign) => verificationAlphabet.includes(sign))
    ? signs
    : undefined
}

/** A code as it is shown and printed: `K7QM-4T2X-9ABC`. */
export const writeVerificationCode = (code: string): string => code.replaceAll(/.{4}(?=.)/g, '$&-')
