/**
 * The in-page world is a script of its own, for it is large and a live endpoint does not need it.
 * Its text waits in the document.
 */
import type { WorldFactory } from './world.ts'

interface WorldScript extends HTMLScriptElement {
  provide: (factory: WorldFactory) => void
}

/** To be called by the script of a world while it is evaluated. */
export function provideWorld(factory: WorldFactory): void {
  // Only `WorldLoader` evaluates such a script, and puts `provide` there.
  const script = document.currentScript as WorldScript
  script.provide(factory)
}

/** The text of a script that waits in the document under this name; it is taken out. */
export function takeScript(document: Document, name: string): string {
  const waiting = document.querySelector(`script[data-waiting="${name}"]`)
  waiting?.remove()
  return waiting?.textContent ?? ''
}

/** Evaluates the script, once, and lets a program see neither it nor a name of it. */
export class WorldLoader {
  readonly #document: Document
  readonly #text: string
  #factory: WorldFactory | undefined

  constructor(document: Document) {
    this.#document = document
    this.#text = takeScript(document, 'in-page')
  }

  load(): WorldFactory {
    if (this.#factory === undefined) {
      const provide: WorldScript['provide'] = (factory) => {
        this.#factory = factory
      }
      const script = Object.assign(this.#document.createElement('script'), { provide })
      script.textContent = this.#text
      this.#document.head.append(script)
      script.remove()
    }
    if (this.#factory === undefined) throw new Error('The in-page world is not in this document')
    return this.#factory
  }
}
