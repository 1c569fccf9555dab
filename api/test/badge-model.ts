/**
 * What badges and verified companies should do, told a second time and in the plainest way, so that tests can compare:
 * no SQL, no tables, no shared code with the product. Days count from the first of a story.
 */
export type Attested = 'document-seen' | 'confirmed'
export type CredentialVerb = 'document-seen' | 'confirm' | 'refuse' | 'withdraw'
export type CompanyVerb = 'verify' | 'refuse' | 'suspend' | 'restore'

export interface ModelCredential {
  /** What was declared, told apart from other declarations. */
  facts: string
  /** The end printed on the document. */
  expires: number | null
  /** The last decision, and the validity it gave. */
  decided: CredentialVerb | undefined
  validUntil: number | null
  shared: boolean
}

export interface ModelCompany {
  registration: string
  website: string
  /** What was answered for the registration as it stands, and for which details if it was no. */
  judged: 'verified' | 'refused' | undefined
  refusedFor: string
  suspended: boolean
}

export interface Model {
  today: number
  published: boolean
  credential: ModelCredential | undefined
  refusedFacts: Set<string>
  company: ModelCompany | undefined
}

export type Answer = { status: number; code?: string }

export const begin = (): Model => ({
  today: 0,
  published: true,
  credential: undefined,
  refusedFacts: new Set(),
  company: undefined,
})

const refused = (code: string, status = 409): Answer => ({ status, code })

/** The badge: decided, and neither expired nor withdrawn. */
export const badge = (model: Model): 'declared' | Attested | 'expired' | 'withdrawn' | undefined => {
  const held = model.credential
  if (!held) return undefined
  if (held.decided === 'withdraw') return 'withdrawn'
  const ends = [held.validUntil, held.expires].filter((day) => day !== null)
  if (ends.some((day) => day < model.today)) return 'expired'
  if (held.decided === 'document-seen') return 'document-seen'
  return held.decided === 'confirm' ? 'confirmed' : 'declared'
}

/** What others may see on the profile. */
export const shownBadge = (model: Model) => {
  const state = badge(model)
  return model.credential?.decided === 'refuse' || state === 'withdrawn' ? undefined : state
}

const ranks = ['declared', 'document-seen', 'confirmed'] as const
export type Minimum = (typeof ranks)[number]
export const minimums = ranks

/** Whether a search for at least this degree of proof finds the person. */
export const isFound = (model: Model, least: Minimum): boolean => {
  const rank = ranks.indexOf(shownBadge(model) as Minimum)
  return model.published && rank >= ranks.indexOf(least)
}

export const declare = (model: Model, facts: string, expires: number | null): Answer => {
  if (model.refusedFacts.has(facts)) return refused('credential-refused')
  if (model.credential) return refused('credential-declared')
  model.credential = { facts, expires, decided: undefined, validUntil: null, shared: false }
  return { status: 201 }
}

export const takeBack = (model: Model): Answer => {
  const held = model.credential
  if (!held) return refused('credential-not-found', 404)
  if (held.decided === 'withdraw') return refused('credential-withdrawn')
  if (held.decided === 'refuse') model.refusedFacts.add(held.facts)
  model.credential = undefined
  return { status: 204 }
}

const mayFollow: Record<CredentialVerb | 'nothing', CredentialVerb[]> = {
  nothing: ['document-seen', 'confirm', 'refuse'],
  refuse: ['document-seen', 'confirm'],
  'document-seen': ['document-seen', 'confirm', 'withdraw'],
  confirm: ['confirm', 'withdraw'],
  withdraw: ['document-seen', 'confirm'],
}

export const decide = (model: Model, verb: CredentialVerb, validUntil: number | null): Answer => {
  const held = model.credential
  if (!held) return refused('credential-not-found', 404)
  if (!mayFollow[held.decided ?? 'nothing'].includes(verb)) return refused('decision-not-allowed')
  const attests = verb === 'document-seen' || verb === 'confirm'
  if (attests && held.expires !== null && held.expires < model.today) return refused('credential-ended')
  held.decided = verb
  held.validUntil = attests ? validUntil : null
  return { status: 201 }
}

export const share = (model: Model): Answer => {
  const state = badge(model)
  if (!model.credential) return refused('credential-not-found', 404)
  if (state === 'declared') return refused('credential-not-checked')
  if (state === 'expired') return refused('credential-ended')
  if (state === 'withdrawn') return refused('credential-withdrawn')
  if (!model.published) return refused('profile-not-published')
  model.credential.shared = true
  return { status: 201 }
}

export const unshare = (model: Model): Answer => {
  if (!model.credential?.shared) return refused('verification-not-found', 404)
  model.credential.shared = false
  return { status: 204 }
}

export const companyState = ({ company }: Model) => {
  if (!company) return undefined
  if (company.suspended) return 'suspended'
  if (company.judged === 'refused' && company.refusedFor !== company.website) return 'unverified'
  return company.judged ?? 'unverified'
}

export const describe = (model: Model, registration: string, website: string): Answer => {
  const { company } = model
  if (!company) {
    model.company = { registration, website, judged: undefined, refusedFor: '', suspended: false }
    return { status: 201 }
  }
  // What is corrected after a refusal waits again, and stays waiting though it be put back as it was.
  if (company.judged === 'refused' && company.website !== website) company.judged = undefined
  if (company.registration !== registration) company.judged = undefined
  Object.assign(company, { registration, website })
  return { status: 200 }
}

const onCompany: Record<string, CompanyVerb[]> = {
  unverified: ['verify', 'refuse', 'suspend'],
  verified: ['suspend'],
  refused: ['verify', 'suspend'],
  suspended: ['restore'],
}

export const judge = (model: Model, verb: CompanyVerb): Answer => {
  const { company } = model
  if (!company || !onCompany[companyState(model) ?? '']?.includes(verb))
    return refused('decision-not-allowed')
  if (verb === 'verify') company.judged = 'verified'
  else if (verb === 'refuse') Object.assign(company, { judged: 'refused', refusedFor: company.website })
  else company.suspended = verb === 'suspend'
  return { status: 201 }
}
