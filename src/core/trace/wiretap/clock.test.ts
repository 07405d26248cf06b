import { describe, expect, it } from 'vitest'
import { ServerClock } from './clock.ts'

/** The run began at 1000 on the page's clock; the server's clock is 5000 behind the page's. */
const onServer = (runTime: number) => 1000 + runTime - 5000

describe('ServerClock', () => {
  it('takes the middle of a round trip, and the best of several', () => {
    const clock = new ServerClock(1000)
    clock.batchArrived(20, 1020)
    clock.synced(onServer(30), 1010, 1070)
    expect(clock.toRun(onServer(30))).toBe(40)
    clock.synced(onServer(101), 1100, 1102)
    expect(clock.toRun(onServer(200))).toBe(200)
    clock.synced(onServer(350), 1300, 1360)
    expect(clock.toRun(onServer(400))).toBe(400)
  })

  it('learns when the run began from the batch that came quickest', () => {
    const clock = new ServerClock(950)
    clock.synced(onServer(0), 1000, 1000)
    clock.batchArrived(0, 1008)
    expect(clock.toRun(onServer(20))).toBe(12)
    clock.batchArrived(16, 1016)
    clock.batchArrived(32, 1060)
    expect(clock.toRun(onServer(20))).toBe(20)
  })

  it('never lets an effect come before its cause', () => {
    const clock = new ServerClock(1000)
    clock.batchArrived(0, 1000)
    clock.synced(onServer(0), 990, 1006)
    expect(clock.toRun(onServer(10))).toBe(8)
    clock.notBefore(onServer(10), 9.5)
    expect(clock.toRun(onServer(10))).toBe(9.5)
    clock.notAfter(onServer(20), 19)
    expect(clock.toRun(onServer(20))).toBe(19)
  })

  it('follows clocks that drift apart', () => {
    const clock = new ServerClock(1000)
    clock.batchArrived(0, 1000)
    clock.synced(onServer(10), 1010, 1010)
    clock.synced(onServer(10_000), 11_003, 11_003)
    expect(clock.toRun(onServer(10_000))).toBe(10_003)
  })

  it('has times from causes alone, where nothing was synced', () => {
    const clock = new ServerClock(1000)
    clock.notBefore(onServer(10), 10)
    clock.notAfter(onServer(12), 12.5)
    expect(clock.toRun(onServer(12))).toBe(12)
  })

  it('gives no time before the run', () => {
    const clock = new ServerClock(1000)
    clock.batchArrived(0, 1000)
    clock.synced(onServer(0), 1000, 1000)
    expect(clock.toRun(onServer(-50))).toBe(0)
  })
})
