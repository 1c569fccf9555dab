import type { Db, Trx } from '@repere/db'

/** Consents given and withdrawn, the latest first. */
export const listConsents = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('consent')
    .select(['id', 'kind', 'wording', 'givenAt', 'withdrawnAt'])
    .where('accountId', '=', accountId)
    .orderBy('givenAt', 'desc')
    .execute()

/** Who was shown how to reach this account, when, and for which booking: the company or the person, by name. */
export const listReveals = async (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('event')
    .innerJoin('booking', 'booking.id', 'event.subjectId')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .select(['event.at', 'event.subjectId as bookingId', 'event.actorRole', 'booking.days'])
    .select(({ eb }) =>
      eb
        .case()
        .when('event.actorRole', '=', 'production')
        .then(eb.ref('company.legalName'))
        .else(eb.ref('coordinator.displayName'))
        .end()
        .as('shownTo'),
    )
    .where('event.subjectKind', '=', 'booking')
    .where('event.kind', '=', 'booking.contact-revealed')
    .where((eb) =>
      eb.or([
        eb.and([eb('coordinator.accountId', '=', accountId), eb('event.actorRole', '=', 'production')]),
        eb.and([eb('company.accountId', '=', accountId), eb('event.actorRole', '=', 'coordinator')]),
      ]),
    )
    .orderBy('event.id', 'desc')
    .execute()
