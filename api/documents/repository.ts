import type { Db } from '@repere/db'
import type { Role } from '@repere/db/vocabulary/role.ts'

/** Who the two sides of a booking are, for one of them alone: what a contract begins with, and no way to reach them. */
export const findParties = async (db: Db, { id, role }: { id: string; role: Role }, bookingId: string) => {
  const row = await db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .select([
      'coordinator.legalName as personLegalName',
      'company.legalName',
      'company.country',
      'company.registration',
      'company.agreement',
      'company.contactName',
      'company.contactFunction',
    ])
    .where('booking.id', '=', bookingId)
    .where((eb) => eb(role === 'coordinator' ? 'coordinator.accountId' : 'company.accountId', '=', id))
    .executeTakeFirst()
  if (!row) return undefined
  const { personLegalName, ...company } = row
  return { company, coordinator: { legalName: personLegalName } }
}

export type Parties = NonNullable<Awaited<ReturnType<typeof findParties>>>
