/** In the order of the kinds. The ninth is proved of every lesson too: `src/run/trial-problems.ts`. */
import type { DeedKind } from './deed.ts'
import faultToldTwice from './fault-told-twice.ts'
import mistakeWithoutProof from './mistake-without-proof.ts'
import side from './side.ts'
import taskGivenAway from './task-given-away.ts'
import untouchedOrNotStarted from './untouched-or-not-started.ts'
import valueWithoutDeed from './value-without-deed.ts'
import whatMustNotHappen from './what-must-not-happen.ts'
import wordForDeed from './word-for-deed.ts'
import worldThatNeverVaries from './world-that-never-varies.ts'

export const DEED_KINDS: readonly DeedKind[] = [
  valueWithoutDeed,
  worldThatNeverVaries,
  whatMustNotHappen,
  side,
  wordForDeed,
  mistakeWithoutProof,
  faultToldTwice,
  untouchedOrNotStarted,
  taskGivenAway,
]
