import { createPinia, setActivePinia } from 'pinia'
import { createApp } from 'vue'
import { contentKey, type Content } from '../content.ts'
import {
  createMemoryBackend,
  createStorage,
  storageKey,
  type StorageBackend,
  type StorageProblem,
} from '../storage.ts'

export const scenarios = [
  { name: 'echo', source: '// echo server' },
  { name: 'slow-accept', source: '// slow server' },
]

const emptyContent: Content = {
  outline: { parts: [] },
  loadLesson: (slug) => Promise.reject(new Error(`no lesson ${slug}`)),
  loadLessonText: (slug) => Promise.reject(new Error(`no text ${slug}`)),
  scenarios,
}

/** An app without a page, for stores; two with one backend are one browser, reloaded. */
export function startApp({
  backend = createMemoryBackend(),
  content = {},
}: { backend?: StorageBackend; content?: Partial<Content> } = {}) {
  const problems: StorageProblem[] = []
  const storage = createStorage(
    () => backend,
    (problem) => problems.push(problem),
  )
  const pinia = createPinia()
  createApp({})
    .use(pinia)
    .provide(storageKey, storage)
    .provide(contentKey, { ...emptyContent, ...content })
  setActivePinia(pinia)
  return { backend, storage, problems }
}
