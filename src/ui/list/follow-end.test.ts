import { expect, it } from 'vitest'
import { shallowRef } from 'vue'
import { useFollowEnd } from './follow-end.ts'

/** The numbers of an element that scrolls, 100 pixels high. */
class Scrolled {
  scrollHeight = 0
  clientHeight = 100
  #top = 0

  get scrollTop(): number {
    return this.#top
  }

  set scrollTop(top: number) {
    this.#top = Math.max(0, Math.min(top, this.scrollHeight - this.clientHeight))
  }
}

function followed() {
  const list = new Scrolled()
  // It reads and sets these numbers only.
  const element = shallowRef(list as unknown as HTMLElement)
  return { list, ...useFollowEnd(element, () => 24) }
}

it('goes on to the end as the content grows', () => {
  const { list, follow } = followed()
  list.scrollHeight = 500
  follow()
  expect(list.scrollTop).toBe(400)
})

it('follows although the content has grown, and the element shrunk, before the browser tells of its scrolling', () => {
  const { list, follow, notice, atEnd } = followed()
  list.scrollHeight = 500
  follow()
  list.scrollHeight = 900
  list.clientHeight = 60
  notice()
  expect(atEnd.value).toBe(true)
  follow()
  expect(list.scrollTop).toBe(840)
})

it('stays where somebody has scrolled to, until they come back to the end', () => {
  const { list, follow, notice, atEnd } = followed()
  list.scrollHeight = 500
  follow()
  list.scrollTop = 200
  notice()
  list.scrollHeight = 900
  follow()
  expect(list.scrollTop).toBe(200)
  list.scrollTop = 300
  notice()
  expect(atEnd.value).toBe(false)
  list.scrollTop = 790
  notice()
  follow()
  expect(list.scrollTop).toBe(800)
})
