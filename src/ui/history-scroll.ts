import { useEventListener } from '@vueuse/core'
import { onUnmounted, type Ref } from 'vue'
import { useRouter } from 'vue-router'

/** In the state of a history entry, by the name of what is scrolled: pixels from its top. */
const KEY = 'scrolledTo'

/** Milliseconds after the last scrolling. A browser allows few changes of the history a second. */
const QUIET = 150

function read(key: string): unknown {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null ? Reflect.get(state, key) : undefined
}

function keptPlaces(): Readonly<Record<string, unknown>> {
  const places = read(KEY)
  return typeof places === 'object' && places !== null ? { ...places } : {}
}

/** The router's number of the entry that is shown. */
const entry = () => read('position')

/**
 * A browser keeps the place in a page for a reload and for Back, but not the place within an element
 * that scrolls. So it is kept in the history's entry.
 * @param isOfEntry whether what is in the element is what the address names: the next text may be there
 *   before its address, and is none of this entry's.
 * @returns a function that scrolls to where the reader was; `false` where nothing is known.
 */
export function useHistoryScroll(
  element: Readonly<Ref<HTMLElement | null>>,
  name: string,
  isOfEntry: () => boolean = () => true,
): () => boolean {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let scrolledIn: unknown
  /** Where to, pixels. */
  let scrolledTo = 0
  /** The entry whose text is in the element: after Back, the text before is there for a while. */
  let shownIn: unknown

  const keep = () => {
    if (waiting === undefined) return
    clearTimeout(waiting)
    waiting = undefined
    // After Back, the entry is another one than that of the place.
    if (scrolledIn !== entry()) return
    const places = { ...keptPlaces(), [name]: Math.round(scrolledTo) }
    history.replaceState({ ...history.state, [KEY]: places }, '')
  }
  useEventListener(
    element,
    'scroll',
    () => {
      if (entry() !== shownIn || element.value === null || !isOfEntry()) return
      clearTimeout(waiting)
      scrolledIn = shownIn
      scrolledTo = element.value.scrollTop
      waiting = setTimeout(keep, QUIET)
    },
    { passive: true },
  )
  useEventListener('pagehide', keep)
  onUnmounted(useRouter().beforeEach(keep))

  return () => {
    shownIn = entry()
    const top = keptPlaces()[name]
    if (typeof top !== 'number') return false
    element.value?.scrollTo({ top, behavior: 'instant' })
    return true
  }
}
