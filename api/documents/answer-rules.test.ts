import type { BookingState } from '@repere/db/vocabulary/booking.ts'
import { describe, expect, test } from 'vitest'
import { type AnswerWord, outcomeOf } from './answer-rules.ts'

type Step = [
  hour: number,
  kind: string,
  by: 'coordinator' | 'production' | 'registrar' | 'clock',
  state?: BookingState,
]

const at = (hour: number) => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`
const asked: Step = [1, 'requested', 'production', 'requested']
const accepted: Step = [3, 'accepted', 'coordinator', 'option']

/** What happened, and what is told of it: the first answer with its hour, then where it ended, when and by whom. */
const table: [
  string,
  BookingState,
  Step[],
  AnswerWord,
  number | null,
  [BookingState, number, string] | null,
][] = [
  ['a request that waits', 'requested', [asked], 'awaited', null, null],
  ['one that nobody answered', 'expired', [asked, [9, 'expired', 'clock', 'expired']], 'none', 9, null],
  [
    'one that was taken back first',
    'withdrawn',
    [asked, [2, 'withdrawn', 'production', 'withdrawn']],
    'withdrawn',
    2,
    null,
  ],
  ['one that was voided first', 'voided', [asked, [2, 'voided', 'registrar', 'voided']], 'voided', 2, null],
  ['a no', 'declined', [asked, [4, 'declined', 'coordinator', 'declined']], 'declined', 4, null],
  ['a hold', 'option', [asked, accepted], 'accepted', 3, null],
  ['a firm yes', 'confirmed', [asked, [3, 'accepted', 'coordinator', 'confirmed']], 'accepted', 3, null],
  [
    'a hold that moved up and was kept on',
    'option',
    [asked, accepted, [5, 'moved-up', 'clock'], [6, 'extended', 'coordinator', 'option']],
    'accepted',
    3,
    ['option', 6, 'coordinator'],
  ],
  [
    'a hold that was confirmed',
    'confirmed',
    [asked, accepted, [7, 'confirmed', 'production', 'confirmed']],
    'accepted',
    3,
    ['confirmed', 7, 'production'],
  ],
  [
    'a counter-offer that the production accepted',
    'option',
    [asked, [2, 'countered', 'coordinator', 'countered'], [5, 'counter-accepted', 'production', 'option']],
    'countered',
    2,
    ['option', 5, 'production'],
  ],
  [
    'a counter-offer of the production that was then declined',
    'declined',
    [asked, [2, 'countered', 'production', 'countered'], [5, 'declined', 'coordinator', 'declined']],
    'declined',
    5,
    null,
  ],
  [
    'a hold that ran out',
    'expired',
    [asked, accepted, [9, 'expired', 'clock', 'expired']],
    'accepted',
    3,
    ['expired', 9, 'clock'],
  ],
  [
    'a booking that was cancelled',
    'cancelled',
    [
      asked,
      accepted,
      [7, 'confirmed', 'production', 'confirmed'],
      [8, 'cancelled', 'coordinator', 'cancelled'],
    ],
    'accepted',
    3,
    ['cancelled', 8, 'coordinator'],
  ],
]

describe('a proof of diligence tells of', () => {
  for (const [what, state, steps, answer, answered, end] of table)
    test(what, () => {
      const timeline = steps.map(([hour, kind, by, to]) => ({
        at: at(hour),
        kind,
        by,
        ...(to && { state: to }),
      }))
      expect(outcomeOf({ state, kind: 'option', timeline })).toEqual({
        answer,
        answeredAt: answered === null ? null : at(answered),
        end: end && { state: end[0], at: at(end[1]), by: end[2] },
      })
    })
})
