/** Stands in for the proxy that obeys an `nginx.conf`, which is the part `proxy`. */
import type { startReverseProxy as real } from '../../../in-page-network/reverse-proxy/start-reverse-proxy.ts'
import { partOf } from './part.ts'
import type { reverseProxyPart } from './reverse-proxy-part.ts'

export const startReverseProxy: typeof real = (...args) =>
  // What that part's entry provides.
  (partOf('proxy') as typeof reverseProxyPart).startReverseProxy(...args)
