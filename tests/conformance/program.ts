/** The programs of the suite: client programs, each with the scenario that it talks to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface ConformanceProgram {
  /** What it shows. */
  readonly name: string
  /** The name of a scenario; null if no server listens. */
  readonly scenario: string | null
  /** How many times as fast the scenario's timers run on Node, to save time. */
  readonly speed: number
  /** The host that its URLs name. */
  readonly host: string
  /** A module that imports nothing: the prelude, then the program in a block. */
  readonly source: string
}

const folder = new URL('programs/', import.meta.url)
const prelude = readFileSync(new URL('prelude.js', import.meta.url), 'utf8')

/** A server of this suite's own, or else a scenario of the course. */
export function scenarioFile(name: string): string {
  const own = fileURLToPath(new URL(`servers/${name}.js`, import.meta.url))
  return existsSync(own)
    ? own
    : fileURLToPath(new URL(`../../scenarios/${name}.js`, import.meta.url))
}

/** The programs of a folder; this suite's own where none is named. */
export function readPrograms(from: URL = folder): readonly ConformanceProgram[] {
  return readdirSync(from)
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) =>
      readProgram(file.slice(0, -'.js'.length), readFileSync(new URL(file, from), 'utf8')),
    )
}

/**
 * Reads a program, whose first lines name its scenario and, where it has one, its speed:
 * `// Scenario: server-ping, 20 times as fast.`
 */
export function readProgram(name: string, text: string): ConformanceProgram {
  const head = /^\/\/ Scenario: ([a-z0-9-]+)(?:, (\d+) times as fast)?\.$/m.exec(text)
  const [, scenario = '', speed = '1'] = head ?? []
  if (scenario === '') throw new Error(`${name} names no scenario`)
  if (scenario !== 'none' && !existsSync(scenarioFile(scenario))) {
    throw new Error(`${name} names the scenario ${scenario}, which is not there`)
  }
  const imports = /^import \{[^}]*\} from '[./a-z]*\/prelude\.js'$/m
  if (!imports.test(text)) throw new Error(`${name} does not import the prelude`)
  const host = `${name}.example`
  return {
    name,
    scenario: scenario === 'none' ? null : scenario,
    speed: Number(speed),
    host,
    source: `${prelude.replace("'server.example'", `'${host}'`)}\n{\n${text.replace(imports, '')}}\nexport {}\n`,
  }
}
