/** The harness and the built site’s sandbox, as files of a static host. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { pagePolicy } from '../../../scripts/pages/page-policy.ts'
import { createStaticServer, type StaticServer } from '../static-server.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export async function createHarnessSite(): Promise<StaticServer> {
  const directory = await mkdtemp(join(tmpdir(), 'upgrade-101-sandbox-'))
  await build({
    configFile: false,
    publicDir: false,
    // What is preloaded lies beside the page, wherever that is hosted.
    base: './',
    logLevel: 'warn',
    build: {
      outDir: directory,
      emptyOutDir: true,
      rolldownOptions: {
        input: here('harness.ts'),
        output: { entryFileNames: 'harness.js' },
      },
    },
  })
  for (const file of [
    'sandbox.html',
    'sandbox-parts.json',
    'sandbox-node.js',
    'sandbox-proxy.js',
    'sandbox-redis.js',
  ])
    await copyFile(here(`../../../dist/${file}`), join(directory, file))
  const html = await readFile(here('harness.html'), 'utf8')
  await writeFile(join(directory, 'index.html'), html.replace('%POLICY%', pagePolicy('')))
  const server = await createStaticServer(directory, '/some/course/')
  return {
    url: server.url,
    async close() {
      await server.close()
      await rm(directory, { recursive: true })
    },
  }
}
