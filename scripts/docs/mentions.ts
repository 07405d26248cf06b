/** What a page of the docs mentions that has to exist: links, paths and commands. */

export interface Command {
  /** `npm run lessons`, `npx vitest` or `node scripts/build.mjs`. */
  readonly program: string
  readonly words: readonly string[]
}

export interface Mentions {
  /** Targets of links within the project, as written. */
  readonly links: readonly string[]
  /** Paths in code, from the root of the project. */
  readonly paths: readonly string[]
  readonly commands: readonly Command[]
}

const LINK = /\]\(([^)\s]+)\)/g
const INLINE = /`([^`\n]+)`/g
const SHELL = /```sh\n([\s\S]*?)```/g
const FENCE = /```[\s\S]*?```/g
const PATH = /^(?:\.github|bench|docs|lab-server|lessons|public|scenarios|scripts|src|tests)\/\S*$/
const PROGRAM = /^(?:npm (?:run \S+|start|test|ci|pack)|npx \S+|node \S+)/

export function mentionsOf(markdown: string): Mentions {
  const prose = markdown.replace(FENCE, '')
  const code = [...prose.matchAll(INLINE)].map(([, text = '']) => text)
  const shell = [...markdown.matchAll(SHELL)].flatMap(([, text = '']) => text.split('\n'))
  return {
    links: [...prose.matchAll(LINK)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target)),
    paths: code.filter((text) => PATH.test(text)),
    commands: [...code, ...shell].flatMap(commandsOf),
  }
}

function commandsOf(line: string): readonly Command[] {
  return line
    .replace(/\s#.*$/, '')
    .split(/&&|\|/)
    .flatMap((part) => {
      const text = part.trim()
      const [program] = PROGRAM.exec(text) ?? []
      if (program === undefined) return []
      const words = text.slice(program.length).split(/\s+/).filter(Boolean)
      return [{ program, words: words.filter((word) => word !== '--') }]
    })
}

/** The id that a heading gets, as GitHub makes it. */
export function idOfHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

export function headingsOf(markdown: string): readonly string[] {
  return [...markdown.replace(FENCE, '').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text)
}
