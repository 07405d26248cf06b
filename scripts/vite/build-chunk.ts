import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { nodePackages } from './node-packages.ts'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

export interface ChunkOptions extends Pick<Rolldown.RolldownOptions, 'preserveEntrySignatures'> {
  readonly minify: boolean
  readonly output: Rolldown.OutputOptions
}

/** Builds a program of ours and all that it imports as one chunk, in memory. */
export async function buildChunk(
  entry: string,
  { minify, ...options }: ChunkOptions,
): Promise<Rolldown.OutputChunk> {
  const result = await build({
    root: projectRoot,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [nodePackages()],
    build: {
      write: false,
      minify,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        ...options,
        checks: { pluginTimings: false, bundlerTimings: false },
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error(`Building ${entry} gave nothing`)
  return chunk
}
