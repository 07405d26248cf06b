import { isLoopback } from '../link/hosts.ts'

/**
 * Whether a page of this URL may not ask for another (Mixed Content §4.4): from a secure page only
 * what is a priori authenticated may be asked for. This machine is potentially trustworthy (Secure
 * Contexts §3.1).
 */
export function isMixedContent(pageUrl: string, { protocol, hostname }: URL): boolean {
  const isInsecure = protocol === 'ws:' || protocol === 'http:'
  return isInsecure && new URL(pageUrl).protocol === 'https:' && !isLoopback(hostname)
}
