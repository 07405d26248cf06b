/** The interactive figures, by the names that lessons call them by. */
import { defineAsyncComponent, type Component } from 'vue'

export const figures: Readonly<Record<string, Component>> = {
  'state-machine': defineAsyncComponent(() => import('./state-machine/StateMachine.vue')),
}
