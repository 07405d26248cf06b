import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createStaticFiles, type StaticFiles } from '../../../lab-server/http/static-files.ts'

/** A static host under one address, which is given another build, and stopped. */
export interface ChangingHost {
  /** Of the site's folder, with its last slash. */
  readonly url: string
  serve(directory: string): void
  stop(): Promise<void>
}

const MONACO = /\/MonacoEditor-[^/]*\.js$/

export async function createChangingHost(directory: string): Promise<ChangingHost> {
  let files: StaticFiles = createStaticFiles({ directory })
  const subPath = '/some/course/'
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    // The tests type into the plain editor.
    if (MONACO.test(path)) response.writeHead(404).end()
    else if (path.startsWith(subPath)) void files(request, response, path.slice(subPath.length))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${subPath}`,
    serve(other) {
      files = createStaticFiles({ directory: other })
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
