import { verificationAlphabet } from '@repere/db/vocabulary/verification-code.ts'

/** Ten signs of the alphabet that has no look-alikes: fifty bits. */
export const recoveryLength = 10
export const recoveryCount = 10

export type TypedCode = { kind: 'device' | 'recovery'; code: string }

const lookAlikes: Record<string, string> = { O: '0', I: '1', L: '1', U: 'V' }

/** What somebody typed: six digits of their device, or a recovery code; spaces, dashes and case do not count. */
export const readCode = (typed: string): TypedCode | undefined => {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
  if (/^\d{6}$/.test(bare)) return { kind: 'device', code: bare }
  const code = bare.replaceAll(/[OILU]/g, (sign) => lookAlikes[sign] ?? sign)
  const isRecovery =
    code.length === recoveryLength && [...code].every((sign) => verificationAlphabet.includes(sign))
  return isRecovery ? { kind: 'recovery', code } : undefined
}

/** As printed: two groups of five. */
export const writeRecoveryCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** Who may do nothing before they have a second factor: registrars decide on others. The demonstration's is exempt. */
export const mustEnrol = (
  account: { role: string; demo: boolean; secondFactor: boolean },
  production: boolean,
): boolean => production && account.role === 'registrar' && !account.demo && !account.secondFactor
