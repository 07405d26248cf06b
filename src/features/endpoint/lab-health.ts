import { array, object, read, string } from '../../core/data/shape.ts'
import { labScenarioOf } from '../../core/endpoint/lab-address.ts'

export type LabHealth =
  /** It runs these scenarios. */
  | { readonly is: 'there'; readonly scenarios: readonly string[] }
  /** The page's server is not a lab server. */
  | { readonly is: 'absent' }
  /** Not asked. */
  | { readonly is: 'unknown' }

/** The `Server-Timing` metric on a page that a lab server serves. */
const LAB_SERVER_MARK = 'lab-server'

const health = object({ scenarios: array(object({ name: string, state: string })) })

/**
 * Asks a lab server which scenarios it runs, if it is the page's own server.
 * @param url its `ws:` or `wss:` URL, `…/lab/` or `…/lab/<scenario>`.
 */
export async function askLab(
  url: string,
  pageOrigin: string,
  fetchJson: (url: string) => Promise<unknown> = fetchHealth,
): Promise<LabHealth> {
  const lab = new URL(url)
  lab.protocol = lab.protocol === 'wss:' ? 'https:' : 'http:'
  if (lab.origin !== pageOrigin) return { is: 'unknown' }
  const address = new URL('health', lab)
  try {
    const answer = read(health, await fetchJson(address.href))
    if (!answer.ok) return { is: 'absent' }
    const running = answer.value.scenarios.filter(({ state }) => state === 'running')
    return { is: 'there', scenarios: running.map(({ name }) => name) }
  } catch {
    return { is: 'absent' }
  }
}

/** Whether this scenario is known not to run. */
export function isAbsent(url: string, answer: LabHealth | undefined): boolean {
  if (answer === undefined || answer.is === 'unknown') return false
  return answer.is === 'absent' || !answer.scenarios.includes(labScenarioOf(url) ?? '')
}

/** Only a server that has marked its page as a lab server's is asked. */
async function fetchHealth(url: string): Promise<unknown> {
  const [page] = performance.getEntriesByType('navigation')
  const marks = page instanceof PerformanceNavigationTiming ? page.serverTiming : []
  if (!marks.some(({ name }) => name === LAB_SERVER_MARK)) throw new Error('another server')
  const response = await fetch(url, { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return response.json()
}
