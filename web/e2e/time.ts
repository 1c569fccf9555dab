import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Client } from 'pg'

/**
 * Lets time pass for some bookings alone: each clock of theirs has run so many hours more. All journeys share one
 * product, whose own clock moves for nobody.
 */
export const letPass = async (hours: number, bookings: readonly string[]): Promise<void> => {
  const client = new Client({ connectionString: process.env.REPERE_DATABASE_URL ?? '' })
  await client.connect()
  try {
    await client.query(
      `update booking set
         reply_by_limit = reply_by_limit - $1::interval,
         expires_at = expires_at - $1::interval,
         own_expires_at = own_expires_at - $1::interval,
         challenge_until = challenge_until - $1::interval,
         clock_since = clock_since - $1::interval
       where id = any ($2)`,
      [`${hours} hours`, bookings],
    )
  } finally {
    await client.end()
  }
}

/** A morning comes for one kept search: it was last looked at two days ago. */
export const letAMorningPass = async (savedSearch: string): Promise<void> => {
  const client = new Client({ connectionString: process.env.REPERE_DATABASE_URL ?? '' })
  await client.connect()
  try {
    await client.query(`update saved_search set looked_at = looked_at - interval '2 days' where id = $1`, [
      savedSearch,
    ])
  } finally {
    await client.end()
  }
}

/** So long ago did whoever uses this page last say who they are that sensitive acts ask again. */
export const letConfirmationLapse = async (page: Page): Promise<void> => {
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('repere_session'))
  const id = createHash('sha256')
    .update(cookie?.value ?? '')
    .digest('hex')
  const client = new Client({ connectionString: process.env.REPERE_DATABASE_URL ?? '' })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `update session set confirmed_at = confirmed_at - interval '1 hour' where id = $1`,
      [id],
    )
    if (rowCount !== 1) throw new Error('nobody is signed in on this page')
  } finally {
    await client.end()
  }
}
