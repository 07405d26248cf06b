import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { socketUrls, type NamedUrl } from '../core/highlight/socket-urls.ts'
import { useCourseStore } from './course.ts'
import { useEndpointStore } from './endpoint.ts'
import {
  examineProgramUrl,
  examineUrl,
  type UrlNote,
  type UrlProblem,
} from '../core/endpoint/live-url.ts'
import { translate } from './translate.ts'
import { urlNoteText, urlProblemText } from './url-text.ts'
import { useWorkspaceStore } from './workspace.ts'

/** Advice about a URL in the program. */
export interface UrlAdvice {
  readonly file: 'client.js'
  readonly line: number
  readonly column: number
  readonly url: string
  readonly about: UrlProblem | UrlNote
  /** The constructor throws, or the browser will not connect. */
  readonly isRefused: boolean
  readonly text: string
}

/** How long typing must pause before advice comes, milliseconds. */
const PAUSE = 700

/** Advice before a program connects: what the browser will refuse, and what to do about it. */
export const useAdviceStore = defineStore('advice', () => {
  const workspace = useWorkspaceStore()
  const endpoint = useEndpointStore()
  const course = useCourseStore()
  const t = translate.take()

  const named = computed(() => socketUrls(workspace.files['client.js']))

  /** The URLs when typing last paused. */
  const settled = shallowRef<readonly NamedUrl[]>([])
  let pause: ReturnType<typeof setTimeout> | undefined
  watch(
    [named, () => workspace.id],
    ([, id], [, before]) => {
      clearTimeout(pause)
      if (id !== before) settled.value = []
      pause = setTimeout(() => {
        settled.value = named.value
      }, PAUSE)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(pause))

  /** Whether sockets go where the program says, over a real network. */
  const goesByItself = computed(() => !endpoint.routed && endpoint.choice.kind !== 'built-in')

  const urls = computed(() => {
    const still = new Set(named.value.map(keyOf))
    return settled.value.filter((url) => still.has(keyOf(url))).flatMap(adviceOn)
  })

  function adviceOn({ text: url, line, column, isArgument }: NamedUrl): UrlAdvice[] {
    const place = { file: 'client.js', line, column, url } as const
    const isRouted = !goesByItself.value
    const examination = examineProgramUrl(url, endpoint.siteUrl, { isRouted })
    if (!examination.ok) {
      const about = examination.problem
      // A text that no constructor gets may be no URL.
      if (!isArgument && about.kind === 'syntax') return []
      return [{ ...place, about, isRefused: true, text: urlProblemText(about, t) }]
    }
    return examination.notes.map((about) => ({
      ...place,
      about,
      isRefused: false,
      text: urlNoteText(about, t),
    }))
  }

  /** Why the browser will refuse the endpoint's own address, if it will. */
  const endpointProblem = computed(() => {
    const { choice, routed, siteUrl } = endpoint
    if (choice.kind === 'built-in' || !routed) return null
    const examination = examineUrl(choice.url, new URL(siteUrl))
    return examination.ok ? null : urlProblemText(examination.problem, t)
  })

  /** The lesson brings a server, but another endpoint is chosen. */
  const leavesLessonServer = computed(
    () =>
      course.lesson?.start['server.js'] !== undefined &&
      course.lesson.slug === workspace.id &&
      endpoint.choice.kind !== 'built-in',
  )

  return { urls, endpointProblem, leavesLessonServer }
})

function keyOf({ text, line, column }: NamedUrl): string {
  return `${String(line)}:${String(column)} ${text}`
}
