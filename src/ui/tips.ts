/**
 * Tips for elements that have `data-tip`: more about a control whose name is enough without it
 * (WCAG 2.2, 1.4.13: it stays under the pointer, and Escape closes it).
 */
import { besideElement } from './beside-element.ts'
import './tips.css'

/** Milliseconds. */
const DELAY = 400

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
    tip.style.translate = besideElement(element.getBoundingClientRect(), tip, 'middle')
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
