import { setImmediate } from 'node:timers/promises'

/** For how long others wait for such work at most, in milliseconds. */
const turn = 10

/** Runs what rests now and then, and lets others work when its turn is over: a match reads the days of thousands. */
export const inTurns = async <Result>(work: Generator<void, Result>): Promise<Result> => {
  for (let began = performance.now(); ; ) {
    const { done, value } = work.next()
    if (done) return value
    if (performance.now() - began < turn) continue
    await setImmediate()
    began = performance.now()
  }
}
