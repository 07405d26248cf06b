import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import { nodePackages, type NodePackagesOptions } from './node-packages.ts'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

export interface ChunkOptions extends Pick<Rolldown.RolldownOptions, 'preserveEntrySignatures'> {
  readonly minify: boolean
  /** The file that stands in for a module, by the module's absolute path or by its specifier. */
  readonly standIns?: ReadonlyMap<string, string>
  readonly packages?: NodePackagesOptions
  readonly plugins?: readonly Plugin[]
  /** Built for Node: a function's body that takes Node's modules, and these, by `require`. */
  readonly required?: readonly string[]
  readonly output: Rolldown.OutputOptions
}

/** Builds a program of ours and all that it imports as one chunk, in memory. */
export async function buildChunk(
  entry: string,
  { minify, standIns = new Map(), packages = {}, plugins = [], required, ...options }: ChunkOptions,
): Promise<Rolldown.OutputChunk> {
  const result = await build({
    root: projectRoot,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ...(required && { ssr: { noExternal: true } }),
    plugins: [nodePackages(packages), standInFor(standIns), ...plugins],
    build: {
      write: false,
      ssr: required !== undefined,
      minify,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        ...(required && { external: [/^node:/, ...required] }),
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

function standInFor(standIns: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'upgrade-101:stand-ins',
    enforce: 'pre',
    async resolveId(specifier, importer) {
      const known = standIns.get(specifier)
      if (known !== undefined) return known
      const resolved = await this.resolve(specifier, importer, { skipSelf: true })
      return resolved === null ? null : (standIns.get(resolved.id) ?? resolved)
    },
  }
}
