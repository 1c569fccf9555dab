import { templatePurposes, withdrawalCodes } from '@repere/api/client.ts'
import * as m from '#lib/paraglide/messages.js'
import { type FieldSentences, textOf } from './form.ts'

/** A template as typed; the purpose goes with a new one only. */
export const templateIn = (form: FormData) => ({
  nameFr: textOf(form, 'nameFr'),
  nameEn: textOf(form, 'nameEn'),
  textFr: textOf(form, 'textFr'),
  textEn: textOf(form, 'textEn'),
  withdrawalCode: withdrawalCodes.find((word) => word === textOf(form, 'withdrawalCode')) ?? null,
})

export const purposeIn = (form: FormData) =>
  templatePurposes.find((word) => word === textOf(form, 'purpose')) ?? null

export const templateSentences = (): FieldSentences => ({
  purpose: m.desk_template_purpose_wrong(),
  nameFr: m.desk_template_name_wrong(),
  nameEn: m.desk_template_name_wrong(),
  textFr: m.desk_template_text_wrong(),
  textEn: m.desk_template_text_wrong(),
  withdrawalCode: m.desk_template_code_wrong(),
})
