/**
 * A place for the pages of programs that run unseen, beside the place of those that are seen. It is
 * see-through, not hidden: a browser slows down what it does not draw.
 */
export function placeBeside(container: HTMLElement): HTMLElement {
  const place = container.ownerDocument.createElement('div')
  place.inert = true
  place.setAttribute('aria-hidden', 'true')
  Object.assign(place.style, {
    position: 'fixed',
    insetBlockStart: '0',
    insetInlineStart: '0',
    inlineSize: '320px',
    blockSize: '240px',
    opacity: '0',
    pointerEvents: 'none',
    zIndex: '-1',
  })
  container.after(place)
  return place
}
