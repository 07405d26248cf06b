import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { builtIn } from './content.ts'

/** The server programs that come with the app. */
export const useScenariosStore = defineStore('scenarios', () => {
  const { scenarioNames } = builtIn.take()
  /** By name. The screen that runs programs brings them: a page to read does without. */
  const sources = shallowRef<Readonly<Record<string, string>>>({})
  return { names: scenarioNames, sources }
})
