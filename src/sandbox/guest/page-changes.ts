/** Records what the program puts onto its page, so that a check can ask what a user saw. */
import type { Recorder } from '../../core/trace/event.ts'
import { causedBy, observed } from '../observed-event.ts'
import { announced } from './live-region.ts'
import { selectorOf } from './selector.ts'

/** UTF-16 code units of a text, and nodes of one turn, that are told. */
const MAX_TOLD = 4096
const MAX_NODES = 200

/** A change is told after the turn that made it, so a node is told with all that is in it. */
export function watchPage(
  document: Document,
  recorder: Recorder,
  cause: () => number | undefined,
): void {
  const observer = new MutationObserver((changes) => {
    for (const node of topmost(changes.flatMap(({ addedNodes }) => [...addedNodes]))) {
      const text = node.textContent ?? ''
      const markup = node instanceof Element ? node.outerHTML : text
      const live = announced(node)
      const parent = node.parentElement === null ? '' : selectorOf(node.parentElement)
      recorder.record(
        observed({
          type: 'childNodeInserted',
          parent,
          node: node.nodeName.toLowerCase(),
          text: text.slice(0, MAX_TOLD),
          markup: markup.slice(0, MAX_TOLD),
          ...(live !== undefined && { live }),
          ...causedBy(cause()),
        }),
      )
    }
  })
  observer.observe(document.body, { childList: true, subtree: true })
}

/** Once each, without what is gone again, what is within another, and what nobody reads. */
function topmost(added: readonly Node[]): readonly Node[] {
  const nodes = new Set(added)
  const isWithin = (node: Node): boolean => {
    for (let above = node.parentNode; above !== null; above = above.parentNode)
      if (nodes.has(above)) return true
    return false
  }
  return [...nodes]
    .filter((node) => node.isConnected && !isBlank(node) && !isWithin(node))
    .slice(0, MAX_NODES)
}

/** White space, and the comments by which frameworks keep a place. */
const isBlank = (node: Node): boolean =>
  node instanceof Comment || (node instanceof Text && node.data.trim() === '')
