/** Which lines stand in which groups: `console.group` opens one, `console.groupEnd` closes it. */
import type { TraceEvent } from '../../core/trace/event.ts'

interface Group {
  /** The line of the group's name. */
  readonly seq: number
  readonly parent: Group | undefined
  readonly isCollapsed: boolean
}

/** More are not told apart: a program may open groups without end. */
const MAX_DEPTH = 20

export class ConsoleGroups {
  #open: Group | undefined
  /** Groups that are open within the deepest one. */
  #deeper = 0
  /** By line; a line outside of groups is in none. */
  readonly #groups = new Map<number, Group>()
  readonly #named = new Map<number, Group>()

  accept(event: TraceEvent): void {
    if (event.type !== 'consoleMessage') return
    const { seq, method, side } = event
    // Node has put the spaces of its groups into the text.
    if (side === 'server') return
    if (method === 'groupEnd') {
      if (this.#deeper > 0) this.#deeper -= 1
      else this.#open = this.#open?.parent
      return
    }
    if (this.#open !== undefined) this.#groups.set(seq, this.#open)
    if (method !== 'group' && method !== 'groupCollapsed') return
    if (this.depthOf(seq) === MAX_DEPTH) this.#deeper += 1
    else {
      this.#open = { seq, parent: this.#open, isCollapsed: method === 'groupCollapsed' }
      this.#named.set(seq, this.#open)
    }
  }

  /** How many groups a line is in. */
  depthOf(seq: number): number {
    let depth = 0
    for (let group = this.#groups.get(seq); group !== undefined; group = group.parent) depth += 1
    return depth
  }

  /** Whether a line names a group. */
  isGroup(seq: number): boolean {
    return this.#named.has(seq)
  }

  /** @param toggled the groups that a reader has opened or closed */
  isOpen(seq: number, toggled: ReadonlySet<string>): boolean {
    return this.#named.get(seq)?.isCollapsed === toggled.has(String(seq))
  }

  /** Whether all groups around a line are open. */
  isShown(seq: number, toggled: ReadonlySet<string>): boolean {
    for (let group = this.#groups.get(seq); group !== undefined; group = group.parent)
      if (!this.isOpen(group.seq, toggled)) return false
    return true
  }

  get isEmpty(): boolean {
    return this.#named.size === 0
  }
}
