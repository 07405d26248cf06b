import type { ModuleLoader } from '../network.ts'
import { errorOf } from '../recording/event-base.ts'

/** Evaluates a module with `import()` of a blob. Refused in a document of opaque origin. */
export const blobModuleLoader: ModuleLoader = async (source, sloppy = false) => {
  if (sloppy && typeof document !== 'undefined') return inlineModuleLoader(document)(source, true)
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  try {
    await import(/* @vite-ignore */ url)
  } finally {
    URL.revokeObjectURL(url)
  }
}

let modules = 0

/**
 * Evaluates a module as an inline script of a document, which an opaque origin may do. What the
 * module throws is also reported to the window, like any script's error.
 */
export function inlineModuleLoader(document: Document): ModuleLoader {
  return (source, sloppy = false) =>
    new Promise((resolve, reject) => {
      const window = document.defaultView
      if (window === null) throw new Error('The document has no window')
      const done = `__moduleHasRun${String((modules += 1))}`
      const settle = (finish: () => void) => {
        Reflect.deleteProperty(window, done)
        window.removeEventListener('error', failed)
        window.removeEventListener('unhandledrejection', rejected)
        finish()
      }
      const failed = (event: ErrorEvent) =>
        settle(() => reject(errorOf(event.error ?? event.message)))
      const rejected = (event: PromiseRejectionEvent) => settle(() => reject(errorOf(event.reason)))
      Object.defineProperty(window, done, {
        configurable: true,
        value: () => settle(resolve),
      })
      window.addEventListener('error', failed)
      window.addEventListener('unhandledrejection', rejected)
      const script = document.createElement('script')
      if (!sloppy) script.type = 'module'
      script.textContent = `${source}\n;globalThis.${done}()`
      document.head.append(script)
      script.remove()
    })
}

/** Evaluates a module in a function, at once, up to its first `await`. It cannot export anything. */
export const functionLoader: ModuleLoader = async (source, sloppy = false) => {
  if (sloppy) return void (0, eval)(source)
  const body = `return (async () => {'use strict';${source}\n})()`
  await (new Function(body)() as Promise<void>)
}
