import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { CourseList, CourseOutline } from '../core/lesson/course-outline.ts'
import type { GlossaryIndex } from '../core/lesson/glossary-index.ts'
import type { LessonPlan } from '../core/lesson/lesson-plan.ts'
import type { LessonText } from '../core/lesson/lesson-text.ts'
import { builtIn } from './content.ts'
import type { Locale } from '../core/locale/locale.ts'

export type LessonStatus =
  /** No lesson is open. */
  | 'none'
  | 'loading'
  | 'ready'
  /** The course has no such lesson. */
  | 'unknown'
  /** The lesson could not be loaded. */
  | 'failed'

/** The course and its open lesson, or case of find the fault. */
export const useCourseStore = defineStore('course', () => {
  const content = builtIn.take()
  const { slugs, cases } = content

  /** In the language shown; null until loaded. */
  const outline = shallowRef<CourseOutline | null>(null)
  /** In the language shown; null until the page of the course has been opened. */
  const list = shallowRef<CourseList | null>(null)
  /** In the language shown; null until the page of all terms has been opened. */
  const glossary = shallowRef<GlossaryIndex | null>(null)
  const slug = ref<string | null>(null)
  const lesson = shallowRef<LessonPlan | null>(null)
  const text = shallowRef<LessonText | null>(null)
  const status = ref<LessonStatus>('none')
  /** Why the lesson could not be loaded, in the browser's words. */
  const failure = ref('')

  /** The open lesson's place in the course, from 0; -1 without one, and for a case. */
  const index = computed(() => (slug.value === null ? -1 : slugs.indexOf(slug.value)))
  /** As the outline lists it, in the language shown; null before the first lesson. */
  const previousLesson = computed(() => outlinedBeside(-1))
  /** The same; null after the last. A part's cases of find the fault come after its lessons. */
  const nextLesson = computed(() => outlinedBeside(1))

  function outlinedBeside(step: 1 | -1) {
    const parts = outline.value?.parts ?? []
    const all = parts.flatMap(({ lessons, faults }) => [...lessons, ...(faults?.cases ?? [])])
    const here = all.findIndex((lesson) => lesson.slug === slug.value)
    return here === -1 ? null : (all[here + step] ?? null)
  }

  /** Loads the outline in a language. Of several calls, the last wins. */
  async function outlineIn(locale: Locale): Promise<void> {
    const call = ++latestOutline
    const loaded = await content.loadOutline(locale)
    if (call === latestOutline) outline.value = loaded
  }

  /** Loads the list of the course's page in a language, and with it the outline. */
  async function listIn(locale: Locale): Promise<void> {
    const call = ++latestOutline
    const loaded = await content.loadList(locale)
    if (call !== latestOutline) return
    list.value = loaded
    outline.value = loaded
  }
  let latestOutline = 0

  /** Loads every term of the glossary in a language. Of several calls, the last wins. */
  async function glossaryIn(locale: Locale): Promise<void> {
    const call = ++latestGlossary
    const loaded = await content.loadGlossary(locale)
    if (call === latestGlossary) glossary.value = loaded
  }
  let latestGlossary = 0

  function empty(next: LessonStatus): void {
    lesson.value = null
    text.value = null
    status.value = next
  }

  let latest = 0

  /** Opens a lesson, or switches its language. Of several calls, the last wins. */
  async function open(nextSlug: string, locale: Locale): Promise<void> {
    const call = ++latest
    const same = slug.value === nextSlug && lesson.value !== null
    slug.value = nextSlug
    if (!slugs.includes(nextSlug) && !cases.includes(nextSlug)) return empty('unknown')
    if (!same) empty('loading')
    try {
      const [nextLesson, nextText] = await Promise.all([
        content.loadLesson(nextSlug),
        content.loadLessonText(nextSlug, locale),
      ])
      if (call !== latest) return
      if (!same) lesson.value = nextLesson
      text.value = nextText
      status.value = 'ready'
    } catch (error) {
      if (call !== latest) return
      failure.value = error instanceof Error ? error.message : String(error)
      status.value = 'failed'
    }
  }

  function close(): void {
    latest += 1
    slug.value = null
    empty('none')
  }

  return {
    outline,
    list,
    glossary,
    slugs,
    cases,
    slug,
    lesson,
    text,
    status,
    failure,
    index,
    previousLesson,
    nextLesson,
    outlineIn,
    listIn,
    glossaryIn,
    /** The plan of another lesson. */
    loadPlan: (of: string) => content.loadLesson(of),
    loadSolutions: (of: string) => content.loadSolutions(of),
    open,
    close,
  }
})
