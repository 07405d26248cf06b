import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { CourseOutline } from '../core/lesson/course-outline.ts'
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

/** The course and its open lesson. */
export const useCourseStore = defineStore('course', () => {
  const content = builtIn.take()
  const { slugs } = content

  /** In the language shown; null until loaded. */
  const outline = shallowRef<CourseOutline | null>(null)
  /** In the language shown; null until the page of all terms has been opened. */
  const glossary = shallowRef<GlossaryIndex | null>(null)
  const slug = ref<string | null>(null)
  const lesson = shallowRef<LessonPlan | null>(null)
  const text = shallowRef<LessonText | null>(null)
  const status = ref<LessonStatus>('none')
  /** Why the lesson could not be loaded, in the browser's words. */
  const failure = ref('')

  /** The open lesson's place in the course, from 0; -1 without one. */
  const index = computed(() => (slug.value === null ? -1 : slugs.indexOf(slug.value)))
  const nextSlug = computed(() => (index.value === -1 ? null : (slugs[index.value + 1] ?? null)))
  /** As the outline lists it, in the language shown; null after the last lesson. */
  const nextLesson = computed(() => {
    const lessons = outline.value?.parts.flatMap((part) => part.lessons) ?? []
    return lessons.find((lesson) => lesson.slug === nextSlug.value) ?? null
  })

  /** Loads the outline in a language. Of several calls, the last wins. */
  async function outlineIn(locale: Locale): Promise<void> {
    const call = ++latestOutline
    const loaded = await content.loadOutline(locale)
    if (call === latestOutline) outline.value = loaded
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
    if (!slugs.includes(nextSlug)) return empty('unknown')
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
    glossary,
    slugs,
    slug,
    lesson,
    text,
    status,
    failure,
    index,
    nextSlug,
    nextLesson,
    outlineIn,
    glossaryIn,
    loadSolutions: (of: string) => content.loadSolutions(of),
    open,
    close,
  }
})
