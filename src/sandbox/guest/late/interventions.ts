/** Stands in for what is done to a run from outside, which is the part `interventions`. */
import type { createInterventions as real } from '../../../in-page-network/interventions.ts'
import { isNeeded, partOf } from './part.ts'

const nothing = () => undefined

export const createInterventions: typeof real = (...args) =>
  // What that part's entry provides.
  isNeeded('interventions')
    ? (partOf('interventions') as typeof real)(...args)
    : { connected: nothing, lossOf: nothing }
