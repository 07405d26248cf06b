import { z } from 'zod'

/** `there`: it answers. `absent`: the page's own server is another one. `unknown`: not asked. */
export type LabHealth = 'there' | 'absent' | 'unknown'

/** The `Server-Timing` metric with which a lab server marks the page that it serves. */
export const LAB_SERVER_MARK = 'lab-server'

const health = z.object({ scenarios: z.array(z.object({ path: z.string(), state: z.string() })) })

/**
 * Asks a lab server whether it runs a scenario. Only the server of this page can be asked: another
 * one would have to allow it.
 * @param url the scenario's `ws:` or `wss:` URL, `…/lab/<scenario>`.
 */
export async function askLab(
  url: string,
  pageOrigin: string,
  fetchJson: (url: string) => Promise<unknown>,
): Promise<LabHealth> {
  const scenario = new URL(url)
  scenario.protocol = scenario.protocol === 'wss:' ? 'https:' : 'http:'
  if (scenario.origin !== pageOrigin) return 'unknown'
  const address = new URL('health', scenario)
  try {
    const { scenarios } = health.parse(await fetchJson(address.href))
    const runs = scenarios.some(
      ({ path, state }) => scenario.pathname.endsWith(path) && state === 'running',
    )
    return runs ? 'there' : 'absent'
  } catch {
    return 'absent'
  }
}
