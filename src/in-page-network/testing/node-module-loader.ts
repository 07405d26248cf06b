import type { ModuleLoader } from '../network.ts'

let count = 0

/** Evaluates a program on Node, which imports `data:` URLs but no blobs. Each time anew. */
export const nodeModuleLoader: ModuleLoader = async (source, sloppy = false) => {
  if (sloppy) return void globalThis.eval(source)
  const text = `${source}\n// ${String((count += 1))}`
  await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)
}
