import { useEventListener } from '@vueuse/core'
import { computed, ref } from 'vue'
import { useI18n } from '../../locales/i18n.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useTabArrival } from './use-tab-arrival.ts'

interface EditorCaret {
  /** The caret's line, from 1. */
  readonly caretLine: () => number
  /** Selects the next event of a line. `false` if it has none. */
  readonly selectNext: (line: number) => boolean
}

/** The keys that mean the same in both editors, and what is said of them. */
export function useEditorKeys({ caretLine, selectNext }: EditorCaret) {
  const { t } = useI18n()
  const session = useSessionStore()
  const { arrivedByTab, notice: onFocusin } = useTabArrival()

  const tabMovesFocus = ref(false)
  const tabMeaning = computed(() =>
    t(tabMovesFocus.value ? 'editor.tabMovesFocus' : 'editor.tabIndents'),
  )

  /** What the last key did. */
  const outcome = ref('')
  const hint = computed(() => outcome.value || (arrivedByTab.value ? tabMeaning.value : ''))

  function onKeydown(event: KeyboardEvent): void {
    outcome.value = ''
    if (event.key !== 'Tab') arrivedByTab.value = false
    const { key, ctrlKey, metaKey, altKey } = event
    if (isRunKey(event)) {
      if (!event.repeat) session.run()
    } else if (key.toLowerCase() === 'm' && ctrlKey && !altKey && !metaKey) {
      tabMovesFocus.value = !tabMovesFocus.value
      outcome.value = tabMeaning.value
    } else if (key === 'F4' && !ctrlKey && !altKey && !metaKey) {
      const line = caretLine()
      if (!selectNext(line)) outcome.value = t('editor.noEvents', { line })
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  function onFocusout(): void {
    arrivedByTab.value = false
    outcome.value = ''
  }

  // The run key works everywhere on the screen, but not behind a dialog.
  useEventListener('keydown', (event) => {
    if (!isRunKey(event) || event.defaultPrevented || event.repeat) return
    if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return
    event.preventDefault()
    session.run()
  })

  return { tabMovesFocus, tabMeaning, hint, arrivedByTab, onKeydown, onFocusin, onFocusout }
}

function isRunKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !altKey && !shiftKey
}
