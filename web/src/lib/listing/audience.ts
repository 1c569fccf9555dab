import { type Audience, audiences, type ChoiceField } from '@repere/api/client.ts'

/** The audience chosen beside a field, as its select sends it. */
export const audienceIn = (form: FormData, field: ChoiceField): Audience | undefined => {
  const asked = form.get(`visibility.${field}`)
  return audiences.find((audience) => audience === asked)
}

/** The audiences chosen beside several fields; a field whose select is not in the form keeps its own. */
export const audiencesIn = <Field extends ChoiceField>(
  form: FormData,
  fields: readonly Field[],
): { [Name in Field]?: Audience } => {
  const chosen = fields.flatMap((field) => {
    const audience = audienceIn(form, field)
    return audience ? [[field, audience] as const] : []
  })
  return Object.fromEntries(chosen) as { [Name in Field]?: Audience }
}
