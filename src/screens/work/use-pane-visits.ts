import { useEventListener, useMediaQuery } from '@vueuse/core'
import { nextTick } from 'vue'
import { useRouter } from 'vue-router'
import { useFrontViewStore } from '../../stores/front-view.ts'
import { useShownPaneStore, type Pane } from '../../stores/shown-pane.ts'
import { NARROW } from '../../ui/window-size.ts'

/** In the state of a history entry: the pane that a link led to. */
const KEY = 'visitedPane'

/**
 * In a narrow window a link of the lesson covers the lesson with another pane. Back returns to the
 * link, at the same line.
 */
export function usePaneVisits(): void {
  const router = useRouter()
  const frontView = useFrontViewStore()
  const shownPane = useShownPaneStore()
  const isNarrow = useMediaQuery(NARROW)
  let link: HTMLElement | null = null

  async function visit(pane: Pane): Promise<void> {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) link = activeElement
    if (visited() === null)
      await router.push({ ...router.currentRoute.value, force: true, state: { [KEY]: pane } })
    await nextTick()
    if (pane === 'wire') frontView.show(frontView.chosen ?? 'wire')
  }

  shownPane.$onAction(({ name, args: [pane], after }) => {
    if (!isNarrow.value) return
    if (name === 'visit') after(() => void visit(pane))
    // The tab leads back too, and leaves no entry behind.
    else if (pane === 'lesson' && visited() !== null) after(() => router.back())
  })

  useEventListener('popstate', async () => {
    if (!isNarrow.value || visited() !== null || link === null) return
    shownPane.chosen = 'lesson'
    await nextTick()
    link.focus({ preventScroll: true })
    link = null
  })
}

function visited(): unknown {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && KEY in state ? state[KEY] : null
}
