/** Passwords that guessing tries first, among those long enough to be accepted. Ours, checked without asking anybody. */
const common = [
  'password',
  'motdepasse',
  'azertyuiop',
  'qwertyuiop',
  'qwertzuiop',
  'administrator',
  'administrateur',
  'bonjour',
  'jetaime',
  'iloveyou',
  'letmein',
  'welcome',
  'soleil',
  'doudou',
  'marseille',
  'princess',
  'football',
  'repere',
  'cinema',
]

const sequences = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
]

/**
 * Whether a password is among the first to be tried: a common word padded with digits, one sign or a short group
 * repeated, a run of the keyboard, or the address itself. No composition rules: length does the rest.
 */
export const isCommonPassword = (password: string, email: string): boolean => {
  const folded = password
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
  const letters = folded.replaceAll(/[^a-z]/g, '')
  const [mailbox = ''] = email.split('@')
  return (
    folded === email ||
    (mailbox.length >= 4 &&
      folded.replaceAll(/[^a-z0-9]/g, '').replace(/\d+$/, '') === mailbox.replaceAll(/[^a-z0-9]/g, '')) ||
    common.some((word) => letters === word || letters === word + word) ||
    /^(.{1,4})\1+$/.test(folded) ||
    sequences.some((sequence) => sequence.includes(folded))
  )
}
