import { Socket } from 'node:net'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { labServerMark } from '../../lab-server/http/response-headers.ts'
import { Lab } from '../../lab-server/lab.ts'
import { defaultLimits } from '../../lab-server/limits/limits.ts'
import { runThatThrew } from '../../lab-server/scenario/run.ts'

/** Mounts the scenarios on the development server, at the addresses they have in `npm start`. */
export function labServer(): Plugin {
  return {
    name: 'lab-server',
    apply: 'serve',
    async configureServer({ config, httpServer, middlewares }) {
      if (httpServer === null) return
      const lab = new Lab({
        scenariosDirectory: join(config.root, 'scenarios'),
        limits: defaultLimits,
        log: (line) => config.logger.info(line, { timestamp: true }),
      })
      await lab.start()

      middlewares.use((request, response, next) => {
        if (lab.handleRequest(request, response)) return
        for (const [name, value] of Object.entries(labServerMark)) response.setHeader(name, value)
        next()
      })
      httpServer.on('connection', (socket: Socket) => lab.watch(socket))
      httpServer.on('upgrade', (request, socket, head) => {
        if (socket instanceof Socket) lab.handleUpgrade(request, socket, head)
      })

      const onUncaught = (error: Error) => {
        const run = runThatThrew()
        if (run === undefined) throw error
        run.crash(error)
      }
      process.on('uncaughtException', onUncaught)
      httpServer.on('close', () => {
        lab.stop()
        process.off('uncaughtException', onUncaught)
      })
    },
  }
}
