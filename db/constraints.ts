/** What each named constraint protects, where breaking it is an expected outcome and not a defect. */
const constraints = {
  account_email_unique: 'email-taken',
  coordinator_slug_unique: 'slug-taken',
  coordinator_account_unique: 'profile-exists',
  company_account_unique: 'company-exists',
  credential_one_live: 'credential-declared',
  credential_code_held: 'credential-not-holdable',
  mentoring_pair_one_live: 'pair-exists',
  booking_no_overlap: 'dates-taken',
  credential_type_pkey: 'code-taken',
  label_pkey: 'code-taken',
  tool_pkey: 'code-taken',
  specialism_pkey: 'code-taken',
  threshold_code_unique: 'code-taken',
} as const

export type ConstraintMeaning = (typeof constraints)[keyof typeof constraints]

const broken = new Set(['23505', '23P01', '23503'])

/** What a failed statement broke, if it is one of {@link constraints}; undefined for any other error. */
export const meaningOf = (error: unknown): ConstraintMeaning | undefined => {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  return code && broken.has(code) && constraint && constraint in constraints
    ? constraints[constraint as keyof typeof constraints]
    : undefined
}
