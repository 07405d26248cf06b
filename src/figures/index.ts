/** The interactive figures, by the names that lessons call them by. */
import { defineAsyncComponent, type Component } from 'vue'

export const figures: Readonly<Record<string, Component>> = {
  'close-codes': defineAsyncComponent(() => import('./close-codes/CloseCodes.vue')),
  'handshake-builder': defineAsyncComponent(
    () => import('./handshake-builder/HandshakeBuilder.vue'),
  ),
  'state-machine': defineAsyncComponent(() => import('./state-machine/StateMachine.vue')),
}
