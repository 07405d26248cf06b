import { useEventListener } from '@vueuse/core'
import { computed, ref } from 'vue'
import { useI18n } from '../../locales/i18n.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useWorkspaceStore } from '../../stores/workspace.ts'
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
  const workspace = useWorkspaceStore()
  const { arrivedByTab, notice: onFocusin } = useTabArrival()

  /** The reader has typed since the editor got the focus, or since Escape. */
  const isTyping = ref(false)
  /** Set for good by a shortcut, for readers who need it. */
  const alwaysMoves = ref(false)
  const tabMovesFocus = computed(() => alwaysMoves.value || !isTyping.value)
  const tabMeaning = computed(() => {
    if (alwaysMoves.value) return t('editor.tabMovesFocus')
    return t(isTyping.value ? 'editor.tabIndents' : 'editor.tabLeaves')
  })

  /** What the last key did. */
  const outcome = ref('')
  const hint = computed(() => outcome.value || (arrivedByTab.value ? tabMeaning.value : ''))

  function onKeydown(event: KeyboardEvent): void {
    outcome.value = ''
    if (event.key !== 'Tab') arrivedByTab.value = false
    const { key, ctrlKey, metaKey, altKey } = event
    // An open list of suggestions closes too.
    if (key === 'Escape') isTyping.value = false
    if (isRunKey(event)) {
      if (!event.repeat) session.run()
    } else if (isSaveKey(event)) {
      save()
    } else if (key.toLowerCase() === 'm' && ctrlKey && !altKey && !metaKey) {
      alwaysMoves.value = !alwaysMoves.value
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

  /** Programs are kept as they are typed; somebody who asks is told so. */
  function save(): void {
    workspace.flush()
    outcome.value = t('editor.kept')
  }

  function onFocusout(): void {
    arrivedByTab.value = false
    isTyping.value = false
    outcome.value = ''
  }

  // These keys work everywhere on the screen, but not behind a dialog.
  useEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.repeat) return
    if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return
    if (isRunKey(event)) session.run()
    else if (isSaveKey(event)) save()
    else return
    event.preventDefault()
  })

  return {
    onTyped: () => {
      isTyping.value = true
    },
    tabMovesFocus,
    tabMeaning,
    hint,
    arrivedByTab,
    onKeydown,
    onFocusin,
    onFocusout,
  }
}

function isSaveKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 's' && (ctrlKey || metaKey) && !altKey && !shiftKey
}

function isRunKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !altKey && !shiftKey
}
