import { computed, onBeforeUnmount, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import { arrowOf, nextMoves, type Arrow, type MoveId, type PossibleMove } from './moves.ts'
import { stepsOf, type Step } from './step.ts'

/** The network is large, and nobody needs it before the first step. */
const loadLife = () => import('./life.ts')

export interface Life {
  readonly steps: Readonly<Ref<readonly Step[]>>
  readonly possible: ComputedRef<readonly PossibleMove[]>
  /** The arrow of the last step. */
  readonly taken: ComputedRef<Arrow | 'construct' | undefined>
  /** Arrows taken in this life or in one before. */
  readonly seen: Readonly<Ref<ReadonlySet<Arrow>>>
  readonly hasFailed: Readonly<Ref<boolean>>
  /** Fetches what a step needs. */
  prepare(): void
  take(move: MoveId): Promise<void>
  back(): Promise<void>
  startOver(): Promise<void>
}

/** The life of a socket, as the reader goes through it. Call in `setup`. */
export function useLife(): Life {
  const moves = shallowRef<readonly MoveId[]>([])
  const steps = shallowRef<readonly Step[]>([])
  const seen = shallowRef<ReadonlySet<Arrow>>(new Set())
  const hasFailed = ref(false)
  let turn = 0

  /** Lives it again from the beginning: the same moves come to the same steps. */
  async function go(to: readonly MoveId[]): Promise<void> {
    const mine = (turn += 1)
    try {
      const { live } = await loadLife()
      const lived = stepsOf(to, await live(to))
      if (mine !== turn) return
      moves.value = to
      steps.value = lived
      hasFailed.value = false
      const arrow = to.length === 0 ? undefined : arrowOf(to)
      if (arrow !== undefined && arrow !== 'construct') seen.value = new Set([...seen.value, arrow])
    } catch {
      if (mine === turn) hasFailed.value = true
    }
  }

  onBeforeUnmount(() => (turn += 1))

  return {
    steps,
    possible: computed(() => nextMoves(moves.value)),
    taken: computed(() => (moves.value.length === 0 ? undefined : arrowOf(moves.value))),
    seen,
    hasFailed,
    // If it cannot be loaded, the first step will say so.
    prepare: () => void loadLife().catch(() => undefined),
    take: (move) => go([...moves.value, move]),
    back: () => go(moves.value.slice(0, -1)),
    startOver: () => go(['construct']),
  }
}
