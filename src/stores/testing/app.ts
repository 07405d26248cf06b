import { createPinia, setActivePinia } from 'pinia'
import { createApp } from 'vue'
import { createTexts, showLocale } from '../../locales/index.ts'
import { loadJudge } from '../../run/judgement.ts'
import { builtIn, NO_CONTENT, type Content } from '../content.ts'
import { useScenariosStore } from '../scenarios.ts'
import {
  appStorage,
  createMemoryBackend,
  createStorage,
  type StorageBackend,
  type StorageProblem,
} from '../storage.ts'
import { translate } from '../translate.ts'

const texts = createTexts()
await showLocale(texts, 'en')
await loadJudge()

const scenarios = [
  { name: 'echo', source: '// echo server' },
  { name: 'slow-accept', source: '// slow server' },
]

/** An app without a page, for stores. A second one with the same backend is a reload. */
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
  createApp({}).use(pinia)
  setActivePinia(pinia)
  appStorage.give(pinia, storage)
  const scenarioNames = scenarios.map(({ name }) => name)
  const loadScenario = (name: string) =>
    Promise.resolve(scenarios.find((scenario) => scenario.name === name)?.source ?? '')
  builtIn.give(pinia, { ...NO_CONTENT, scenarioNames, loadScenario, ...content })
  translate.give(pinia, texts.t)
  useScenariosStore().sources = Object.fromEntries(
    scenarios.map(({ name, source }) => [name, source]),
  )
  return { backend, storage, problems }
}
