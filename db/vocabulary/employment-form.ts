/** Forms of employment a person accepts or a project offers. */
export const employmentForms = ['cddu', 'cdd', 'cdi', 'invoice', 'umbrella-company', 'foreign'] as const

export type EmploymentForm = (typeof employmentForms)[number]
