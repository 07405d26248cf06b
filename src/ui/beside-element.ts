/** Pixels, from the element and from the window's edges. */
const GAP = 6
const MARGIN = 8

/**
 * Where a box at the window's corner has to move to be below an element, or above it where there is
 * no room: a value of `translate`.
 * @param align at the element's start or under its middle, as far as the window's edges let it.
 */
export function besideElement(place: DOMRect, box: HTMLElement, align: 'start' | 'middle'): string {
  const { offsetWidth: width, offsetHeight: height } = box
  const { clientWidth, clientHeight } = box.ownerDocument.documentElement
  const wanted = align === 'start' ? place.left : place.left + (place.width - width) / 2
  const left = Math.max(MARGIN, Math.min(wanted, clientWidth - width - MARGIN))
  const below = place.bottom + GAP
  const top = below + height + MARGIN <= clientHeight ? below : place.top - GAP - height
  return `${left}px ${top}px`
}
