import { describe, expect, it } from 'vitest'
import { PLANS, Refusal } from './plan.mjs'

const files: Readonly<Record<string, string>> = {
  'lessons/_template/lesson.yaml': '# Copy this folder, rename it.\n\nscenario: echo\n',
  'lessons/course.yaml': `# The course.
parts:
  - id: first
    lessons:
      - here
  - id: second
    lessons: []
`,
  'scripts/new/templates/check/sample-name.ts.template': "defineRule('sampleName')",
  'scripts/new/templates/scenario/sample-name.js.template': '// a server',
  'scenarios/echo.js': '',
  'src/core/checks/check.ts': `const pattern = 1
const hasLimit = () => true
  ])
  .superRefine()`,
  'src/locales/en/checks.ts': 'export default {\n}',
  'src/locales/zh-CN/checks.ts': 'export default {\n}',
  'src/locales/en/endpoint.ts': 'export default {\n  scenario: {\n    echo: "",\n  },\n}',
  'src/locales/zh-CN/endpoint.ts': 'export default {}',
}

const sources = {
  read: (path: string) => files[path] ?? '',
  exists: (path: string) => Object.keys(files).some((file) => `${file}/`.startsWith(`${path}/`)),
  list: (folder: string) =>
    Object.keys(files)
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1)),
}

const plan = (kind: string, name: string, part?: string) => {
  const make = PLANS[kind]
  if (make === undefined) throw new Error(`no plan for ${kind}`)
  return make(name, sources, part)
}

describe('a lesson', () => {
  it('is the template under its slug, at the end of a part', () => {
    const { created, changed } = plan('lesson', 'my-lesson', 'first')
    expect([...created]).toEqual([['lessons/my-lesson/lesson.yaml', '\nscenario: echo\n']])
    expect(changed.get('lessons/course.yaml')).toContain('      - here\n      - my-lesson\n')
    expect(changed.get('lessons/course.yaml')).toContain('# The course.')
  })

  it('goes to the last part if none is named', () => {
    const { changed, next } = plan('lesson', 'my-lesson')
    expect(changed.get('lessons/course.yaml')).toMatch(/second\n {4}lessons: \[my-lesson\]/)
    expect(next[0]).toContain('the last lesson of the part second')
  })

  it('is refused in a part that the course has not', () => {
    expect(() => plan('lesson', 'my-lesson', 'third')).toThrow('only first, second')
  })
})

describe('a check', () => {
  it('has a shape, a rule and sentences', () => {
    const { created, changed } = plan('check', 'at-noon')
    expect([...created]).toEqual([['src/core/checks/rules/at-noon.ts', "defineRule('atNoon')"]])
    expect([...changed.keys()]).toEqual([
      'src/core/checks/check.ts',
      'src/locales/en/checks.ts',
      'src/locales/zh-CN/checks.ts',
    ])
  })

  it.each(['pattern', 'default'])('is not called %s', (name) => {
    expect(() => plan('check', name)).toThrow(Refusal)
  })
})

describe('a scenario', () => {
  it('never overwrites one', () => {
    expect(() => plan('scenario', 'echo')).toThrow('scenarios/echo.js exists already')
  })

  it('names the file whose list of scenarios is not found', () => {
    expect(() => plan('scenario', 'noon')).toThrow('src/locales/zh-CN/endpoint.ts has no list')
  })
})
