import type { ModuleLoader } from '../network.ts'

let count = 0

/** Evaluates a module on Node, which imports `data:` URLs but no blobs. Each time anew. */
export const nodeModuleLoader: ModuleLoader = async (source) => {
  const text = `${source}\n// ${String((count += 1))}`
  await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)
}
