/** Where the scenarios of a lab server are: `…/lab/<scenario>`. */

const SCENARIO = /\/lab\/([^/?]+)/
const WHOLE_LAB = /\/lab\/?$/

/** The scenario that a URL of a lab server leads to. */
export function labScenarioOf(url: string): string | null {
  return SCENARIO.exec(url)?.[1] ?? null
}

/** The same lab server's other scenario. */
export function withLabScenario(url: string, scenario: string): string {
  return url.replace(SCENARIO, `/lab/${scenario}`)
}

/** Whether it is a lab server's address without a scenario, which means all scenarios. */
export function isWholeLab(url: string): boolean {
  return WHOLE_LAB.test(url)
}

/** A scenario of a lab server that is named by its own address. */
export function labScenarioUrl(lab: string, scenario: string): string {
  return lab.replace(WHOLE_LAB, `/lab/${scenario}`)
}
