/** Entry of the part `idle`. */
import { createIdleProxy } from '../../../in-page-network/link/idle-proxy.ts'
import { provide } from '../scripts.ts'

export const idleProxyPart = { createIdleProxy }
provide(idleProxyPart)
