import { describe, expect, it } from 'vitest'
import { createVirtualClock } from './virtual-clock.ts'

const nothing = () => undefined

describe('the virtual clock', () => {
  it('runs timers by time, and at one time in the order in which they were set', async () => {
    const clock = createVirtualClock()
    const ran: string[] = []
    const set = (name: string, delay: number) =>
      clock.setTimer(() => {
        ran.push(`${name} ${clock.now()}`)
        return undefined
      }, delay)
    set('b', 10)
    set('c', 10)
    set('a', 2.5)
    set('never', 4).clear()
    await clock.runUntil(Infinity)
    expect(ran).toEqual(['a 2.5', 'b 10', 'c 10'])
  })

  it('keeps the order of many timers', async () => {
    const clock = createVirtualClock()
    const ran: number[] = []
    for (let index = 0; index < 500; index += 1) {
      clock.setTimer(
        () => {
          ran.push(clock.now())
          return undefined
        },
        (index * 7919) % 503,
      )
    }
    await clock.runUntil(Infinity)
    expect(ran).toEqual([...ran].sort((a, b) => a - b))
    expect(ran.length).toBe(500)
  })

  it('settles every promise at the time of the timer that resolved it', async () => {
    const clock = createVirtualClock()
    const seen: number[] = []
    const sleep = (delay: number) =>
      new Promise<void>((resolve) => {
        clock.setTimer(() => {
          resolve()
          return undefined
        }, delay)
      })
    const program = async () => {
      await sleep(5)
      for (let hops = 0; hops < 50; hops += 1) await Promise.resolve()
      seen.push(clock.now())
      await sleep(5)
      seen.push(clock.now())
    }
    clock.setTimer(nothing, 6)
    await Promise.all([program(), clock.runUntil(Infinity)])
    expect(seen).toEqual([5, 10])
  })

  it('stands still while a promise holds it', async () => {
    const clock = createVirtualClock()
    let time: number | undefined
    clock.setTimer(() => {
      const native = clock.hold(new Promise((resolve) => setTimeout(resolve, 20)))
      void native.then(() => (time = clock.now()))
      return undefined
    }, 1)
    clock.setTimer(nothing, 2)
    await clock.runUntil(Infinity)
    expect(time).toBe(1)
  })

  it('runs tasks at this time, each when the microtasks of the one before have run', async () => {
    const clock = createVirtualClock()
    const ran: string[] = []
    clock.queueTask(() => {
      ran.push('first')
      void Promise.resolve().then(() => ran.push('microtask'))
      return () => ran.push('first is over')
    })
    clock.queueTask(async (turn) => {
      ran.push('second')
      await turn()
      ran.push('second after a turn')
      return undefined
    })
    await clock.settle()
    expect(ran).toEqual(['first', 'microtask', 'first is over', 'second', 'second after a turn'])
    expect(clock.now()).toBe(0)
  })

  it('says when the next timer is due, and stops', async () => {
    const clock = createVirtualClock()
    expect(clock.nextTime()).toBeNull()
    clock.setTimer(nothing, 7)
    expect(clock.nextTime()).toBe(7)
    await clock.runUntil(3)
    expect(clock.now()).toBe(3)
    clock.stop()
    expect(clock.nextTime()).toBeNull()
  })
})
