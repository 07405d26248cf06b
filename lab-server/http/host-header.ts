import { isIP } from 'node:net'

/**
 * Whether a request may be answered, by the name its `Host` header gives (RFC 9112 §3.2).
 *
 * A stranger's page can point its own domain name at this machine (DNS rebinding) and would then
 * read what is served here as its own origin. So the server answers only to names that nobody else
 * controls: addresses, `localhost`, and names allowed when the server was started. The port is not
 * compared, because a tunnel or a container may have changed it.
 */
export function isHostAllowed(
  header: string | undefined,
  allowedNames: ReadonlySet<string>,
): boolean {
  const name = hostName(header)
  if (name === null) return false
  if (isIP(name) !== 0) return true
  return name === 'localhost' || name.endsWith('.localhost') || allowedNames.has(name)
}

/** The name or the address of a `Host` header in lower case, without port, brackets, last dot. */
function hostName(header: string | undefined): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:[\]/@\s]+?)\.?)(?::\d{1,5})?$/i.exec(header ?? '')
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null
}
