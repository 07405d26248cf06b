/** The reader's order held against a run: which blocks are out of place, and what proves it. */
import type { Block, Row } from './blocks.ts'

/** A block as it came in a run. Milliseconds. */
export interface Happening {
  readonly block: Block
  readonly time: number
}

export type Verdict =
  | { readonly kind: 'right' }
  /** It came before this other one, or after it. */
  | { readonly kind: 'before' | 'after'; readonly other: Block }
  /** It is said to happen and did not, or the other way round. */
  | { readonly kind: 'neverCame' | 'came' }

/** The list with one row elsewhere; a place beyond an end is that end. */
export function moved(order: readonly Row[], row: Row, to: number): readonly Row[] {
  const rest = order.filter((each) => each !== row)
  const place = Math.max(0, Math.min(to, rest.length))
  return [...rest.slice(0, place), row, ...rest.slice(place)]
}

/** The rows as the run had them; what did not happen comes last, as the reader has it. */
export function rowsOfRun(order: readonly Row[], run: readonly Happening[]): readonly Row[] {
  const happened: readonly Row[] = run.map(({ block }) => block)
  return [
    ...happened,
    'never',
    ...order.filter((row) => row !== 'never' && !happened.includes(row)),
  ]
}

/** As few blocks as possible are out of place: the longest part that is in order stays. */
export function judge(
  order: readonly Row[],
  run: readonly Happening[],
): ReadonlyMap<Block, Verdict> {
  const places = new Map(run.map(({ block }, place) => [block, place]))
  const above = blocksOf(order.slice(0, order.indexOf('never')))
  const came = above.filter((block) => places.has(block))
  const placeOf = (block: Block) => places.get(block) ?? 0
  const inOrder = new Set(longestRise(came, placeOf))

  const verdictOf = (block: Block): Verdict => {
    if (!above.includes(block)) return { kind: places.has(block) ? 'came' : 'right' }
    if (!places.has(block)) return { kind: 'neverCame' }
    if (inOrder.has(block)) return { kind: 'right' }
    const own = came.indexOf(block)
    const passed = came
      .slice(0, own)
      .filter((other) => inOrder.has(other) && placeOf(other) > placeOf(block))
      .sort((one, other) => placeOf(one) - placeOf(other))
    if (passed[0] !== undefined) return { kind: 'before', other: passed[0] }
    const missed = came
      .slice(own + 1)
      .filter((other) => inOrder.has(other) && placeOf(other) < placeOf(block))
      .sort((one, other) => placeOf(other) - placeOf(one))
    return missed[0] === undefined ? { kind: 'right' } : { kind: 'after', other: missed[0] }
  }
  return new Map(blocksOf(order).map((block) => [block, verdictOf(block)]))
}

const blocksOf = (rows: readonly Row[]) => rows.filter((row) => row !== 'never')

/** The longest part whose places only rise. */
function longestRise(
  blocks: readonly Block[],
  placeOf: (block: Block) => number,
): readonly Block[] {
  const ending: (readonly Block[])[] = []
  for (const block of blocks) {
    const before = ending.filter((rise) => rise.every((each) => placeOf(each) < placeOf(block)))
    ending.push([...longest(before), block])
  }
  return longest(ending)
}

const longest = (lists: readonly (readonly Block[])[]) =>
  lists.reduce((most, list) => (list.length > most.length ? list : most), [])
