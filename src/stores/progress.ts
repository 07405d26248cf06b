import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import {
  array,
  boolean,
  number,
  object,
  oneOf,
  optional,
  record,
  string,
  type Infer,
} from '../core/data/shape.ts'
import { appStorage, parserOf, type StorageEntry } from './storage.ts'

const lessonProgress = object({
  /** Every task was solved in one run. */
  solved: boolean,
  /** Ids of tasks that were solved in some run. */
  tasks: array(string),
  /** The learner's answers, by the prediction's id. */
  predictions: record(string),
  /** What came true, by the question's id: the option that a run answered it with. */
  outcomes: optional(record(string)),
  /** When every task was first solved, Unix milliseconds. */
  solvedAt: optional(number(0)),
})
type LessonProgress = Infer<typeof lessonProgress>
type LessonsProgress = Readonly<Record<string, LessonProgress>>

const progressShape = object({
  version: oneOf([1]),
  lessons: record(lessonProgress),
  /** What was solved before the last reset. */
  beforeReset: optional(record(lessonProgress)),
})
export type Progress = Infer<typeof progressShape>

export const progressEntry: StorageEntry<Progress> = {
  key: 'progress',
  version: 1,
  parse: parserOf(progressShape),
  join: (one, other) => ({ ...other, ...one, lessons: merge(one.lessons, other.lessons) }),
}

const NOTHING: LessonProgress = { solved: false, tasks: [], predictions: {} }

/** What the learner has solved. It only grows, unless it is reset. */
export const useProgressStore = defineStore('progress', () => {
  const storage = appStorage.take()
  const lessons = shallowRef<LessonsProgress>(readStored())
  const beforeReset = shallowRef<LessonsProgress | null>(
    storage.read(progressEntry)?.beforeReset ?? null,
  )

  /** As plain data, by lesson. */
  const facts = computed(() => ({ lessons: lessons.value }))
  const canUndoReset = computed(() => beforeReset.value !== null)

  function readStored(): LessonsProgress {
    return storage.read(progressEntry)?.lessons ?? {}
  }

  function write(next: LessonsProgress): void {
    lessons.value = next
    const before = beforeReset.value === null ? {} : { beforeReset: beforeReset.value }
    storage.update(progressEntry, (): Progress => ({ version: 1, lessons: next, ...before }))
  }

  function isSolved(slug: string): boolean {
    return lessons.value[slug]?.solved ?? false
  }

  function isTaskSolved(slug: string, task: string): boolean {
    return lessons.value[slug]?.tasks.includes(task) ?? false
  }

  /** Adds what a run solved, and keeps what another tab has stored meanwhile. */
  function record(slug: string, news: Partial<LessonProgress>): void {
    const known = merge(lessons.value, readStored())
    const isFirst = news.solved === true && known[slug]?.solved !== true
    const solvedAt = isFirst ? { solvedAt: Date.now() } : {}
    write(merge(known, { [slug]: { ...NOTHING, ...solvedAt, ...news } }))
  }

  /** Null until it was solved, and where that was before times were kept. */
  function solvedAt(slug: string): number | null {
    return lessons.value[slug]?.solvedAt ?? null
  }

  /** The option that a run answered a question with. */
  function outcomeOf(slug: string, question: string): string | undefined {
    return lessons.value[slug]?.outcomes?.[question]
  }

  /** Keeps what a run answered a question with. */
  function answer(slug: string, question: string, option: string): void {
    record(slug, { outcomes: { [question]: option } })
  }

  function predictionOf(slug: string, prediction: string): string | undefined {
    return answersTo(slug)[prediction]
  }

  /** The answers to a lesson's predictions, by the prediction's id. */
  function answersTo(slug: string): Readonly<Record<string, string>> {
    return lessons.value[slug]?.predictions ?? {}
  }

  /** Keeps the learner's prediction. */
  function predict(slug: string, prediction: string, answer: string): void {
    record(slug, { predictions: { [prediction]: answer } })
  }

  /** Adds the progress that was kept elsewhere; where answers differ, those of here stay. */
  function takeIn({ lessons: news }: Progress): void {
    write(merge(news, merge(lessons.value, readStored())))
  }

  /** Takes in what another tab has stored. */
  function refresh(): void {
    lessons.value = merge(lessons.value, readStored())
    beforeReset.value = storage.read(progressEntry)?.beforeReset ?? beforeReset.value
  }

  function reset(): void {
    beforeReset.value = merge(lessons.value, readStored())
    write({})
  }

  function undoReset(): void {
    if (beforeReset.value === null) return
    const before = beforeReset.value
    beforeReset.value = null
    write(merge(before, lessons.value))
  }

  return {
    facts,
    canUndoReset,
    isSolved,
    isTaskSolved,
    record,
    predictionOf,
    answersTo,
    predict,
    solvedAt,
    outcomeOf,
    answer,
    takeIn,
    refresh,
    reset,
    undoReset,
  }
})

function merge(one: LessonsProgress, other: LessonsProgress): LessonsProgress {
  const merged: Record<string, LessonProgress> = { ...one }
  for (const [slug, lesson] of Object.entries(other)) {
    const known = merged[slug]
    merged[slug] = {
      solved: lesson.solved || (known?.solved ?? false),
      tasks: [...new Set([...(known?.tasks ?? []), ...lesson.tasks])],
      predictions: { ...known?.predictions, ...lesson.predictions },
      outcomes: { ...known?.outcomes, ...lesson.outcomes },
      ...earliest(known?.solvedAt, lesson.solvedAt),
    }
  }
  return merged
}

function earliest(one = Infinity, other = Infinity): { readonly solvedAt?: number } {
  const solvedAt = Math.min(one, other)
  return solvedAt === Infinity ? {} : { solvedAt }
}
