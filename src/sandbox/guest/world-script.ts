/** How the sandbox's second script reaches the first, without a name that a program could see. */
import type { WorldFactory } from './world.ts'

interface WorldScript extends HTMLScriptElement {
  provide: (factory: WorldFactory) => void
}

function isWorldScript(script: unknown): script is WorldScript {
  return script instanceof HTMLScriptElement && 'provide' in script
}

/** To be called by a script that `loadWorld` has loaded, while it is evaluated. */
export function provideWorld(factory: WorldFactory): void {
  if (isWorldScript(document.currentScript)) document.currentScript.provide(factory)
}

/** Loads a classic script, the only kind that an opaque origin may load from a plain server. */
export function loadWorld(src: string): Promise<WorldFactory> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src, provide: resolve })
    script.addEventListener('error', () => reject(new Error(`Could not load ${src}`)))
    script.addEventListener('load', () => script.remove())
    document.head.append(script)
  })
}
