/** Entry of the part `proxy`. */
import { startReverseProxy } from '../../../in-page-network/reverse-proxy/start-reverse-proxy.ts'
import { provide } from '../scripts.ts'

export const reverseProxyPart = { startReverseProxy }
provide(reverseProxyPart)
