import { type Audience, audiences, type ChoiceField } from '@repere/api/client.ts'

/** The audience chosen beside a field, as its select sends it. */
export const audienceIn = (form: FormData, field: ChoiceField): Audience | undefined => {
  const asked = form.get(`visibility.${field}`)
  return audiences.find((audience) => audience === asked)
}
