/** Which nodes a screen reader says by itself when they come: those within a live region. */

/** How it is said: when there is a pause, or at once. */
export type Politeness = 'polite' | 'assertive'

/** What a role says of itself where there is no `aria-live` (WAI-ARIA 1.2 §5.3.3, HTML-AAM). */
const BY_ROLE: Readonly<Record<string, Politeness | 'off'>> = {
  log: 'polite',
  status: 'polite',
  alert: 'assertive',
  timer: 'off',
  marquee: 'off',
}

/**
 * How a node that was inserted is announced; undefined where it isn't. The region is an element that was
 * there before: one that comes together with its text is no region yet when the text comes. Only an
 * alert is announced when it comes.
 */
export function announced(node: Node): Politeness | undefined {
  const parent = node.parentElement
  if (parent === null || isHidden(node instanceof Element ? node : parent)) return undefined
  if (node instanceof Element && node.getAttribute('role') === 'alert') return ownLive(node)
  const kind = node instanceof Element ? 'additions' : 'text'
  for (let above: Element | null = parent; above !== null; above = above.parentElement) {
    const live = liveOf(above)
    if (live === undefined) continue
    return live !== 'off' && isRelevant(above, kind) ? live : undefined
  }
  return undefined
}

function ownLive(element: Element): Politeness | undefined {
  const live = liveOf(element)
  return live === 'off' ? undefined : live
}

/** Undefined where the element says nothing about it. */
function liveOf(element: Element): Politeness | 'off' | undefined {
  const live = tokens(element, 'aria-live')[0]
  if (live === 'polite' || live === 'assertive' || live === 'off') return live
  const role = tokens(element, 'role')[0] ?? (element.localName === 'output' ? 'status' : '')
  return Object.hasOwn(BY_ROLE, role) ? BY_ROLE[role] : undefined
}

/** Without the attribute, additions and texts are (WAI-ARIA 1.2 §6.7). */
function isRelevant(region: Element, kind: 'additions' | 'text'): boolean {
  const relevant = tokens(region, 'aria-relevant')
  return relevant.length === 0 || relevant.includes(kind) || relevant.includes('all')
}

const isHidden = (element: Element): boolean =>
  element.closest('[hidden], [aria-hidden="true"]') !== null

const tokens = (element: Element, attribute: string): readonly string[] =>
  (element.getAttribute(attribute) ?? '')
    .toLowerCase()
    .split(/\s+/u)
    .filter((token) => token !== '')
