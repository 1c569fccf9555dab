import type { Booking, Locale } from '@repere/api/client.ts'
import { formatMoney } from '#lib/dates/figures.ts'
import * as m from '#lib/paraglide/messages.js'
import { employmentFormNames, ratePeriodNames } from '#lib/words/employment.ts'

/** « 380 € brut par jour », or that it is still to be agreed on. */
export const sayRate = (rate: Booking['rate'], locale: Locale): string =>
  rate
    ? `${formatMoney(rate.amountCents, rate.currency, locale)} ${m.booking_gross()} ${ratePeriodNames[locale][rate.per]}`
    : m.moves_rate_open()

/** The form of employment, or that it is still to be agreed on. */
export const sayEmployment = (form: Booking['employmentForm'], locale: Locale): string =>
  form ? employmentFormNames[locale][form] : m.moves_employment_open()
