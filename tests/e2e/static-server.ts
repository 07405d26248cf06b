import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createStaticFiles, sendText } from '../../lab-server/http/static-files.ts'

export interface StaticServer {
  /** The address of the site's folder, with its last slash. */
  readonly url: string
  close(): Promise<void>
}

/**
 * A static host like any other: a folder under a sub-path, the right types, nothing outside the
 * folder, and none of the headers that a host must be configured for (no CORS, no policy).
 *
 * @param subPath with a slash at both ends: `/some/course/`
 * @param held what is never answered, by its path below the folder
 */
export async function createStaticServer(
  directory: string,
  subPath: string,
  held?: RegExp,
): Promise<StaticServer> {
  const files = createStaticFiles({ directory })
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    if (path.startsWith(subPath)) {
      if (held?.test(path)) return
      void files(request, response, path.slice(subPath.length))
    } else if (`${path}/` === subPath) {
      sendText(response, 301, 'The folder is one slash further.', { Location: subPath })
    } else {
      sendText(response, 404, `Everything is under ${subPath}.`)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${subPath}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
