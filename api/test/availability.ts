/** A calendar with something of everything, as it is written. */
export const calendar = {
  blocks: [
    { from: '2027-03-08', to: '2027-03-10', kind: 'unavailable', reason: 'leave', note: 'congés' },
    { from: '2027-03-10', to: '2027-03-12', kind: 'tentative', source: 'travel', note: null },
  ],
  weekly: [{ weekday: 7, rule: 'unavailable' }],
  knownUntil: '2027-12-31',
}
