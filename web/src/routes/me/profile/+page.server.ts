import { redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'
import { isStepDone, stepNames, steps } from '#lib/listing/steps.ts'
import type { PageServerLoad } from './$types.ts'

/** Goes to where the person left off: the first step that still says too little, or the review once published. */
export const load: PageServerLoad = async ({ parent }) => {
  const { profile } = await parent()
  const step = stepNames.find((name) => !isStepDone(name, profile)) ?? 'publish'
  redirect(303, to(steps[step].path))
}
