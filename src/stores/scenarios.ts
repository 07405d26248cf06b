import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { builtIn } from './content.ts'

/** The server programs that come with the app. */
export const useScenariosStore = defineStore('scenarios', () => {
  const { scenarioNames, loadScenario } = builtIn.take()
  /** By name: those that were needed so far. */
  const sources = shallowRef<Readonly<Record<string, string>>>({})

  /** Loads the source of one; rejects where that fails. */
  async function load(name: string): Promise<void> {
    if (sources.value[name] !== undefined || !scenarioNames.includes(name)) return
    const source = await loadScenario(name)
    sources.value = { ...sources.value, [name]: source }
  }

  return { names: scenarioNames, sources, load }
})
