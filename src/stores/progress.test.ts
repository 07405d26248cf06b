import { describe, expect, it } from 'vitest'
import { useProgressStore } from './progress.ts'
import { startApp } from './testing/app.ts'

function openProgress(app: Parameters<typeof startApp>[0] = {}) {
  return { ...startApp(app), progress: useProgressStore() }
}

describe('the progress', () => {
  it('survives a reload', () => {
    const { progress, backend } = openProgress()
    progress.record('first-echo', { tasks: ['connect', 'close'], solved: true })
    const reloaded = openProgress({ backend }).progress
    expect(reloaded.isSolved('first-echo')).toBe(true)
    expect(reloaded.isTaskSolved('first-echo', 'close')).toBe(true)
    expect(reloaded.isTaskSolved('first-echo', 'other')).toBe(false)
    expect(reloaded.isSolved('ready-state')).toBe(false)
  })

  it('never shrinks with a later, worse run', () => {
    const { progress } = openProgress()
    progress.record('first-echo', { tasks: ['connect', 'close'], solved: true })
    progress.record('first-echo', { tasks: ['connect'], solved: false })
    expect(progress.isSolved('first-echo')).toBe(true)
    expect(progress.isTaskSolved('first-echo', 'close')).toBe(true)
  })

  it('keeps what another tab stored meanwhile', () => {
    const one = openProgress()
    const other = openProgress({ backend: one.backend })
    other.progress.record('ready-state', { tasks: ['a'], solved: true })
    one.progress.record('first-echo', { tasks: ['b'], solved: true })
    const { progress } = openProgress({ backend: one.backend })
    expect(progress.isSolved('first-echo')).toBe(true)
    expect(progress.isSolved('ready-state')).toBe(true)
  })

  it('keeps the latest answer to a prediction', () => {
    const { progress, backend } = openProgress()
    progress.predict('first-echo', 'first-log', 'zero')
    progress.predict('first-echo', 'first-log', 'one')
    progress.record('first-echo', { tasks: ['connect'], solved: false })
    const reloaded = openProgress({ backend }).progress
    expect(reloaded.predictionOf('first-echo', 'first-log')).toBe('one')
    expect(reloaded.predictionOf('first-echo', 'other')).toBeUndefined()
  })

  it('can be reset, and the reset undone', () => {
    const { progress } = openProgress()
    progress.record('first-echo', { tasks: ['connect'], solved: true })
    progress.reset()
    expect(progress.isSolved('first-echo')).toBe(false)
    progress.undoReset()
    expect(progress.isSolved('first-echo')).toBe(true)
  })
})
