import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { builtIn } from './content.ts'

/** The server programs that come with the app. */
export const useScenariosStore = defineStore('scenarios', () => {
  const { scenarioNames, loadScenario } = builtIn.take()
  /** By name: those that were needed so far. */
  const sources = shallowRef<Readonly<Record<string, string>>>({})

  /** Whether it comes with the app, and its source is not here yet. */
  const isMissing = (name: string): boolean =>
    scenarioNames.includes(name) && sources.value[name] === undefined

  /** Loads the source of one; rejects where that fails. */
  async function load(name: string): Promise<void> {
    if (!isMissing(name)) return
    const source = await loadScenario(name)
    sources.value = { ...sources.value, [name]: source }
  }

  return { names: scenarioNames, sources, isMissing, load }
})
