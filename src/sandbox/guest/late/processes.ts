/** Stands in for the processes of one server program, of which most runs have one: the part `processes`. */
import type { createProcesses as real } from '../../../in-page-network/server/processes.ts'
import { isNeeded, partOf } from './part.ts'

export const createProcesses: typeof real = (world) => {
  // What that part's entry provides.
  if (isNeeded('processes')) return (partOf('processes') as typeof real)(world)
  const { recorder, create } = world
  const main = create({ pid: 1, env: {}, recorder, path: '' })
  const { life, run } = main
  return {
    ...{ main, run, rejected: life.rejected.bind(life), isExit: life.isExit.bind(life) },
    signal: () => undefined,
    recorderOf: () => recorder,
  }
}
