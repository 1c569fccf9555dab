/** Whether a person takes somebody in training along, or looks for a lead to follow. */
export const mentorings = ['none', 'takes-shadows', 'seeks-lead'] as const

export type Mentoring = (typeof mentorings)[number]

/** The two sides of a mentoring pair. */
export const mentoringSides = ['trainee', 'lead'] as const

export type MentoringSide = (typeof mentoringSides)[number]
