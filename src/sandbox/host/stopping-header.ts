/** Why a host's answer keeps the sandbox from starting. */

type Answer = Pick<Response, 'status' | 'headers'>

/**
 * What of an answer keeps `sandbox.html` from being shown in a frame of the page, or its scripts, which
 * are within it, from running.
 * @returns `X-Frame-Options: DENY`, `404`; undefined if nothing of what is known does
 */
export function stoppingHeader({ status, headers }: Answer): string | undefined {
  if (status !== 200 && status !== 304) return String(status)
  const type = headers.get('Content-Type') ?? ''
  if (!/^text\/html\b/i.test(type)) return `Content-Type: ${type === '' ? 'none' : type}`
  const disposition = headers.get('Content-Disposition') ?? ''
  if (/^attachment\b/i.test(disposition)) return `Content-Disposition: ${disposition}`
  const frames = headers.get('X-Frame-Options') ?? ''
  const policy = policyOf(headers.get('Content-Security-Policy') ?? '')
  const ancestors = policy.get('frame-ancestors')
  // CSP 3 §6.4.2: with `frame-ancestors`, the older header is ignored.
  if (ancestors === undefined && /^\s*deny\s*$/i.test(frames)) return `X-Frame-Options: ${frames}`
  if (ancestors?.length === 0 || ancestors?.includes("'none'") === true)
    return inPolicy('frame-ancestors', ancestors)
  const sandbox = policy.get('sandbox')
  if (sandbox !== undefined && !sandbox.includes('allow-scripts'))
    return inPolicy('sandbox', sandbox)
  for (const name of ['script-src', 'default-src']) {
    const sources = policy.get(name)
    if (sources === undefined) continue
    return sources.includes("'unsafe-inline'") ? undefined : inPolicy(name, sources)
  }
  return undefined
}

/**
 * What of the page's own headers keeps it from having a frame of its own site.
 */
export function stoppingFrames({ headers }: Answer): string | undefined {
  const policy = policyOf(headers.get('Content-Security-Policy') ?? '')
  for (const name of ['frame-src', 'child-src', 'default-src']) {
    const sources = policy.get(name)
    if (sources === undefined) continue
    return sources.length === 0 || sources.includes("'none'") ? inPolicy(name, sources) : undefined
  }
  return undefined
}

/** The directives of the first policy. */
function policyOf(header: string): ReadonlyMap<string, readonly string[]> {
  const [first = ''] = header.split(',')
  return new Map(
    first.split(';').flatMap((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/)
      return name === '' ? [] : [[name.toLowerCase(), values] as const]
    }),
  )
}

function inPolicy(name: string, values: readonly string[]): string {
  return `Content-Security-Policy: ${[name, ...values].join(' ')}`
}
