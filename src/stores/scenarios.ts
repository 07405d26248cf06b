import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { builtIn } from './content.ts'

/** The server programs that come with the app. */
export const useScenariosStore = defineStore('scenarios', () => {
  const { scenarioNames } = builtIn.take()
  /** By name. Empty until the screen that runs programs is open: pages for reading need none. */
  const sources = shallowRef<Readonly<Record<string, string>>>({})
  return { names: scenarioNames, sources }
})
