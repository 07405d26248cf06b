import { defineStore } from 'pinia'
import { computed } from 'vue'
import { foreignHosts } from '../core/endpoint/foreign-hosts.ts'
import { useEndpointStore } from './endpoint.ts'
import { useWorkspaceStore } from './workspace.ts'

/**
 * In free play a URL is where its author wants to connect, but every socket goes to the endpoint. Run
 * asks about the first server that is no sample.
 */
export const useForeignHostStore = defineStore('foreignHost', () => {
  const endpoint = useEndpointStore()
  const workspace = useWorkspaceStore()

  /** The first server that the program means, if it is not known yet who answers for it. */
  const unanswered = computed<string | null>(() => {
    const { choice, routed, locked, siteUrl, config } = endpoint
    const isOpen = config.allowAnyUrl && !locked && routed && choice.kind === 'built-in'
    if (!isOpen) return null
    const { 'client.js': client, 'server.js': server } = workspace.files
    const hasOwn = server !== undefined && server !== workspace.pristine['server.js']
    const program = { 'client.js': client, ...(hasOwn && { 'server.js': server }) }
    return foreignHosts(program, siteUrl).find((host) => !endpoint.staysInPage(host)) ?? null
  })

  /** Lets the program's sockets go where it says. */
  function connect(): void {
    if (unanswered.value !== null) endpoint.goWhereNamed(unanswered.value)
  }

  /** Lets the server in the page answer for this one, here. */
  function stay(): void {
    if (unanswered.value !== null) endpoint.stayInPage(unanswered.value)
  }

  return { unanswered, connect, stay }
})
