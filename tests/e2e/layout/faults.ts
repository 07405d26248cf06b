/**
 * What is wrong with a page as it is laid out now. Runs in the page, so it names nothing outside
 * itself.
 */

export interface LayoutWanted {
  /** The least size of what is pressed, CSS pixels; 0 for a pointer that is precise. */
  readonly target: number
  /** The learner's own data, which the reader finds whole in the details of the event. */
  readonly mayBeCut: string
  /** Code that is edited, and octets in columns. */
  readonly mayScrollSideways: string
}

/** @returns a sentence for each fault; none if everything fits. */
export function layoutFaults({ target, mayBeCut, mayScrollSideways }: LayoutWanted): string[] {
  const faults = new Set<string>()
  const CONTROLS =
    'a[href], button, input, select, textarea, summary, [role="tab"], [role="slider"], [role="radio"], [role="switch"], [role="separator"], [role="option"], [role="treeitem"] .source'

  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  const width = ({ left, right }: Box) => right - left
  const height = ({ top, bottom }: Box) => bottom - top
  const within = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  })
  const isBox = (box: Box) => width(box) > 1 && height(box) > 1

  function nameOf(element: Element): string {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
    const kind = `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''}`
    return `${kind} “${words.trim().replace(/\s+/g, ' ').slice(0, 40)}”`
  }

  /** Seen by nobody: hidden, under another pane, or only for those who listen. */
  function isUnseen(element: Element): boolean {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true
    if (element.closest('[inert], .visually-hidden, .skip') !== null) return true
    for (let here: Element | null = element; here !== null; here = here.parentElement)
      if (getComputedStyle(here).clipPath.startsWith('inset(50%')) return true
    return false
  }

  /** The inside of an element's borders. */
  function insideOf(element: Element): Box {
    const { left, top } = element.getBoundingClientRect()
    const x = left + element.clientLeft
    const y = top + element.clientTop
    return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight }
  }

  const isHiding = (overflow: string) => overflow === 'hidden' || overflow === 'clip'

  /** The ancestor that cuts a box off, where no scrolling brings the rest into sight. */
  function cutterOf(from: Element, box: Box): Element | null {
    let x = true
    let y = true
    for (let here: Element | null = from; here !== null; here = here.parentElement) {
      const { overflowX, overflowY, position, display } = getComputedStyle(here)
      if (display !== 'inline') {
        const inside = insideOf(here)
        if (
          x &&
          isHiding(overflowX) &&
          (box.left < inside.left - 1.5 || box.right > inside.right + 1.5)
        )
          return here
        // A line's box is higher than its letters.
        const slack = height(box) / 4
        if (
          y &&
          isHiding(overflowY) &&
          (box.top < inside.top - slack || box.bottom > inside.bottom + slack)
        )
          return here
        if (!isHiding(overflowX) && overflowX !== 'visible') x = false
        if (!isHiding(overflowY) && overflowY !== 'visible') y = false
      }
      if (position === 'fixed') return null
    }
    return null
  }

  /** What can be seen of an element now. */
  function seenOf(element: Element): Box {
    let box: Box = within(element.getBoundingClientRect(), {
      left: 0,
      top: 0,
      right: innerWidth,
      bottom: innerHeight,
    })
    for (let here = element.parentElement; here !== null; here = here.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(here)
      if (overflowX !== 'visible' || overflowY !== 'visible') box = within(box, insideOf(here))
      if (position === 'fixed') break
    }
    return box
  }

  function isStuck(element: Element): boolean {
    for (let here: Element | null = element; here !== null; here = here.parentElement)
      if (getComputedStyle(here).position === 'sticky') return true
    return false
  }

  const isOverlay = (element: Element) => element.closest('[role="dialog"], [role="menu"]') !== null
  const overlay = document.querySelector('[role="dialog"], [role="menu"]')
  const isBehind = (element: Element) => overlay !== null && !isOverlay(element)

  const root = document.documentElement
  if (root.scrollWidth > innerWidth)
    faults.add(`the page is ${root.scrollWidth} pixels wide in a window of ${innerWidth}`)

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode
    const { parentElement } = node
    if (parentElement === null || (node.textContent ?? '').trim() === '') continue
    if (parentElement.closest('script, style, textarea') !== null) continue
    if (isUnseen(parentElement) || isBehind(parentElement)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (width(box) === 0) continue
      const cutter = cutterOf(parentElement, box)
      if (cutter === null || cutter.closest(mayBeCut) !== null || parentElement.closest(mayBeCut))
        continue
      faults.add(`${nameOf(parentElement)} is cut by ${nameOf(cutter)}`)
    }
  }

  for (const element of document.body.querySelectorAll('*')) {
    if (element.scrollWidth <= element.clientWidth + 1 || isUnseen(element) || isBehind(element))
      continue
    const { overflowX } = getComputedStyle(element)
    if (overflowX !== 'auto' && overflowX !== 'scroll') continue
    if (element.matches(mayScrollSideways)) continue
    faults.add(
      `${nameOf(element)} has ${element.scrollWidth} pixels in a width of ${element.clientWidth}`,
    )
  }

  const controls = [...document.querySelectorAll(CONTROLS)]
    .filter((element) => !isUnseen(element) && !isBehind(element))
    .map((element) => ({ element, box: seenOf(element) }))
    .filter(({ box }) => isBox(box))
  controls.forEach(({ element, box }, index) => {
    const cutter = cutterOf(element.parentElement ?? element, element.getBoundingClientRect())
    if (cutter !== null && cutter.closest(mayBeCut) === null)
      faults.add(`${nameOf(element)} is cut by ${nameOf(cutter)}`)
    for (const other of controls.slice(index + 1)) {
      if (element.contains(other.element) || other.element.contains(element)) continue
      const both = within(box, other.box)
      if (isBox(both)) faults.add(`${nameOf(element)} overlaps ${nameOf(other.element)}`)
    }
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    // A sliver of it is at the edge of what scrolls.
    if (height(box) < 8) return
    const label = element.closest('label')
    // Rows go under the head of their list.
    if (hit !== null && isStuck(hit)) return
    if (hit !== null && !element.contains(hit) && !hit.contains(element) && !label?.contains(hit))
      faults.add(`${nameOf(element)} is covered by ${nameOf(hit)}`)
  })

  if (target > 0)
    for (const { element } of controls) {
      // A link within a sentence is as high as the line (WCAG 2.2, 2.5.5).
      if (getComputedStyle(element).display === 'inline') continue
      if (element.matches('textarea, [role="separator"], [role="slider"], [tabindex="-1"].number'))
        continue
      // A tap beside a label of the wire selects the nearest one.
      if (element.matches('[role="option"]')) continue
      const label =
        element.closest('label') ??
        (element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`))
      const boxes = [element, ...(label === null ? [] : [label])].map((one) =>
        one.getBoundingClientRect(),
      )
      const around = ['::before', '::after'].map((name) => getComputedStyle(element, name))
      const size = (side: 'width' | 'height') =>
        Math.max(
          ...boxes.map((box) => box[side]),
          ...around.map((style) => Number.parseFloat(style[side]) || 0),
        )
      const [wide, high] = [size('width'), size('height')]
      if (wide < target - 0.5 || high < target - 0.5)
        faults.add(`${nameOf(element)} is ${Math.round(wide)} × ${Math.round(high)} pixels`)
    }
  return [...faults]
}

/** How much room the parts of a lesson's screen have; null for a part that is out of sight. */
export function roomOf() {
  const seen = (selector: string): HTMLElement | null => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)]
    return (
      found.find((element) => element.closest('[inert]') === null && element.checkVisibility()) ??
      null
    )
  }
  const states = [...document.querySelectorAll('.strip .name')].filter(
    (element) => element.closest('[inert]') === null,
  )
  const lines = states.map((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getClientRects().length
  })
  const tree = seen('[role="tree"]')
  const line = tree?.querySelector('[role="treeitem"]')
  const wire = seen('[role="listbox"]')
  const head = wire?.querySelector('.head')
  const tops = [...(wire?.querySelectorAll<HTMLElement>('.item.code') ?? [])]
    .map(({ offsetTop }) => offsetTop)
    .sort((one, other) => one - other)
  const pitch = Math.min(
    ...tops
      .slice(1)
      .map((top, index) => top - (tops[index] ?? 0))
      .filter((gap) => gap > 8),
  )
  const code = seen('.sheet')?.parentElement
  const letter = code?.querySelector<HTMLElement>('.line .code:not(:empty)')
  const gutter = code?.querySelector<HTMLElement>('.line .number')
  return {
    lesson: seen('.lesson')?.getBoundingClientRect().width ?? null,
    consoleRows: tree && line ? tree.clientHeight / line.getBoundingClientRect().height : null,
    wireRows: wire && head ? (wire.clientHeight - head.clientHeight) / pitch : null,
    statesInOnePiece: lines.every((count) => count === 1),
    columns:
      code && letter && gutter
        ? (code.clientWidth - gutter.offsetWidth) /
          (letter.getBoundingClientRect().width / (letter.textContent?.length ?? 1))
        : null,
  }
}
