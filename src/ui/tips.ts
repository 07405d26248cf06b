/**
 * Tips for elements that have `data-tip`: more about a control whose name is enough without it
 * (WCAG 2.2, 1.4.13: it stays under the pointer, and Escape closes it).
 */
import './tips.css'

/** Milliseconds. */
const DELAY = 400
/** Pixels, from the control and from the window's edges. */
const GAP = 6
const MARGIN = 8

export function showTips(page: Document): void {
  const tip = page.createElement('div')
  tip.className = 'tip'
  tip.role = 'tooltip'
  tip.hidden = true
  page.body.append(tip)
  let owner: Element | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined

  const hide = () => {
    clearTimeout(waiting)
    owner = null
    tip.hidden = true
  }

  const show = (element: Element) => {
    const text = element.getAttribute('data-tip')
    if (text === null || !element.isConnected) return hide()
    tip.textContent = text
    tip.hidden = false
    const box = element.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = tip
    const { clientWidth, clientHeight } = page.documentElement
    const centred = box.left + (box.width - width) / 2
    const left = Math.max(MARGIN, Math.min(centred, clientWidth - width - MARGIN))
    const below = box.bottom + GAP
    const top = below + height + MARGIN <= clientHeight ? below : box.top - GAP - height
    tip.style.translate = `${left}px ${top}px`
  }

  const owned = (target: EventTarget | null) =>
    target instanceof Element ? target.closest('[data-tip]') : null

  const meet = (element: Element | null, delay: number) => {
    if (element === owner) return
    hide()
    owner = element
    if (element !== null) waiting = setTimeout(() => show(element), delay)
  }

  page.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'touch' && target !== tip) meet(owned(target), DELAY)
  })
  page.addEventListener('focusin', ({ target }) => {
    const element = owned(target)
    if (element?.matches(':focus-visible')) meet(element, 0)
  })
  page.addEventListener('focusout', hide)
  page.addEventListener('pointerdown', hide)
  page.addEventListener('scroll', hide, { capture: true, passive: true })
  page.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide()
  })
}
