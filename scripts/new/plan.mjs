/** What making a new thing changes: files with their contents, and what is left to do by hand. */
import { parse } from 'acorn'
import { parseDocument } from 'yaml'
import { asWords, camelCase, pascalCase } from './names.mjs'

/**
 * The sources, as far as a plan reads them. Paths begin at the root of the project.
 *
 * @typedef {object} Sources
 * @property {(path: string) => string} read
 * @property {(path: string) => boolean} exists
 * @property {(folder: string) => readonly string[]} list every file below a folder, by its path there
 */

/**
 * @typedef {object} Plan
 * @property {ReadonlyMap<string, string>} created
 * @property {ReadonlyMap<string, string>} changed
 * @property {readonly string[]} next what is left to do
 * @property {boolean} [isDocumented] whether generated pages change with it
 */

/** A reason not to make it that the person who asked can understand. */
export class Refusal extends Error {}

/** @type {Readonly<Record<string, (name: string, sources: Sources, part?: string) => Plan>>} */
export const PLANS = {
  lesson: planLesson,
  check: planCheck,
  scenario: planScenario,
  figure: planFigure,
  view: planView,
}

/**
 * @param {string} slug
 * @param {Sources} sources
 * @param {string} [part] of the course; the last one if not given
 * @returns {Plan}
 */
function planLesson(slug, sources, part) {
  const from = 'lessons/_template'
  const created = new Map(
    sources.list(from).map((path) => [`lessons/${slug}/${path}`, sources.read(`${from}/${path}`)]),
  )
  const settings = `lessons/${slug}/lesson.yaml`
  created.set(settings, (created.get(settings) ?? '').replace(/^# Copy this folder.*\n/m, ''))
  refuseExisting(`lessons/${slug}`, sources)
  const { course, id } = withLesson(slug, sources, part)
  return {
    created,
    changed: new Map([['lessons/course.yaml', course]]),
    next: [
      `It is the last lesson of the part ${id}: lessons/course.yaml has the order.`,
      `Write lessons/${slug}/lesson.yaml: worlds, looks, tries, questions, tasks (docs/checks.md).`,
      `Write the programs in start/, solution/, try/, right/ and wrong/.`,
      `Write lessons/${slug}/en.md and en.help.md (docs/add-a-lesson.md).`,
      `npm run build && npm run lessons -- ${slug}`,
      `Write zh-CN.md and zh-CN.help.md, then npm run lessons -- --translated ${slug}`,
    ],
  }
}

/**
 * `lessons/course.yaml` with a lesson more at the end of a part, and the part's id.
 *
 * @param {string} slug
 * @param {Sources} sources
 * @param {string | undefined} wanted
 */
function withLesson(slug, sources, wanted) {
  const course = parseDocument(sources.read('lessons/course.yaml'))
  /** @type {{ parts: { id: string }[] }} */
  const { parts } = course.toJS()
  const index = wanted === undefined ? parts.length - 1 : parts.findIndex(({ id }) => id === wanted)
  const part = parts[index]
  if (part === undefined) {
    const known = parts.map(({ id }) => id).join(', ')
    throw new Refusal(`The course has no part "${wanted ?? ''}", only ${known}.`)
  }
  course.addIn(['parts', index, 'lessons'], slug)
  return { course: course.toString({ lineWidth: 0, flowCollectionPadding: false }), id: part.id }
}

/**
 * @param {string} name
 * @param {Sources} sources
 * @returns {Plan}
 */
function planCheck(name, sources) {
  const type = camelCase(name)
  const check = 'src/core/checks/check.ts'
  const source = sources.read(check)
  if (!isFreeName(type, source)) throw new Refusal(`"${type}" cannot be a name in ${check}.`)
  const shape = `const ${type} = {
  type: z.literal('${type}').describe('Such an event happens. Passes with the first.'),
  of: pattern.describe('The events to look for.'),
}

`
  const schema = insert(source, check, /^const hasLimit/m, shape)
  return {
    created: fromTemplates('check', name, 'src/core/checks/rules', sources),
    changed: new Map([
      [
        check,
        insert(
          schema,
          check,
          /^ {2}\]\)\n {2}\.superRefine/m,
          `    z.strictObject({ ...base, ...${type} }),\n`,
        ),
      ],
      texts('en', `  ${type}: { missing: 'There was no {what}.' },\n`),
      texts('zh-CN', `  ${type}: { missing: '没有出现{what}。' },\n`),
    ]),
    next: [
      `Change its shape in ${check} and its rule in src/core/checks/rules/${name}.ts.`,
      'Rewrite its sentences in src/locales/en/checks.ts and src/locales/zh-CN/checks.ts.',
      'npx vitest run src/core/checks && npm run docs',
      'docs/add-a-check.md says what a good rule does.',
    ],
    isDocumented: true,
  }

  /**
   * @param {string} locale
   * @param {string} text
   * @returns {[string, string]}
   */
  function texts(locale, text) {
    const path = `src/locales/${locale}/checks.ts`
    return [path, insert(sources.read(path), path, /^\}/m, text)]
  }
}

/**
 * Whether a module may declare this name: it is no reserved word, and the module does not use it.
 *
 * @param {string} name
 * @param {string} source
 */
function isFreeName(name, source) {
  if (new RegExp(`\\b${name}\\b`).test(source)) return false
  try {
    parse(`const ${name} = 0`, { ecmaVersion: 'latest', sourceType: 'module' })
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} name
 * @param {Sources} sources
 * @returns {Plan}
 */
function planScenario(name, sources) {
  return {
    created: fromTemplates('scenario', name, 'scenarios', sources),
    changed: new Map([
      texts('en', 'Answers every message with its length.'),
      texts('zh-CN', '用每条消息的长度作为回应。'),
    ]),
    next: [
      `Write scenarios/${name}.js, and what it does into src/locales/en/endpoint.ts and src/locales/zh-CN/endpoint.ts.`,
      `node scenarios/${name}.js, or npm start and connect to /lab/${name}`,
      'docs/add-a-scenario.md says what a scenario may use.',
    ],
  }

  /**
   * @param {string} locale
   * @param {string} text
   * @returns {[string, string]}
   */
  function texts(locale, text) {
    const path = `src/locales/${locale}/endpoint.ts`
    const source = sources.read(path)
    const [head = ''] = /^ {2}scenario: \{\n/m.exec(source) ?? []
    if (head === '') throw new Refusal(`${path} has no list of scenarios.`)
    return [path, source.replace(head, `${head}    '${name}': '${text}',\n`)]
  }
}

/**
 * @param {string} name
 * @param {Sources} sources
 * @returns {Plan}
 */
function planFigure(name, sources) {
  const folder = `src/figures/${name}`
  return {
    created: fromTemplates('figure', name, folder, sources),
    changed: new Map(),
    next: [
      `Draw it in ${folder}/${pascalCase(name)}.vue; keep what it computes in ${name}.ts.`,
      `Declare its properties in ${folder}/figure.ts and write its texts, the alternative too.`,
      `Put it into a lesson: "::: figure ${name}", and watch it with npm run dev.`,
      'npx vitest run src/figures',
      'docs/add-a-figure.md says what a figure has to do.',
    ],
  }
}

/**
 * @param {string} name
 * @param {Sources} sources
 * @returns {Plan}
 */
function planView(name, sources) {
  const folder = `src/views/${name}`
  return {
    created: fromTemplates('view', name, folder, sources),
    changed: new Map(),
    next: [
      `Draw it in ${folder}/${pascalCase(name)}View.vue; keep what it computes in ${name}-rows.ts.`,
      `Choose its place among the tabs in ${folder}/view.ts and write its texts.`,
      `npx vitest run ${folder}, then npm run dev`,
      'docs/add-a-view.md says what a view has to do.',
    ],
  }
}

/**
 * The files of a template, under their new names.
 *
 * @param {string} kind
 * @param {string} name
 * @param {string} folder where they go
 * @param {Sources} sources
 */
function fromTemplates(kind, name, folder, sources) {
  const from = `scripts/new/templates/${kind}`
  const renamed = (/** @type {string} */ text) =>
    text
      .replaceAll('sample-name', name)
      .replaceAll('sampleName', camelCase(name))
      .replaceAll('SampleName', pascalCase(name))
      .replaceAll('Sample name', asWords(name))
  const created = new Map(
    sources
      .list(from)
      .map((path) => [
        `${folder}/${renamed(path).replace(/\.template$/, '')}`,
        renamed(sources.read(`${from}/${path}`)),
      ]),
  )
  for (const path of created.keys()) refuseExisting(path, sources)
  return created
}

/**
 * @param {string} path
 * @param {Sources} sources
 */
function refuseExisting(path, sources) {
  if (sources.exists(path)) throw new Refusal(`${path} exists already; nothing was changed.`)
}

/**
 * @param {string} source
 * @param {string} path
 * @param {RegExp} place
 * @param {string} text to stand before it
 */
function insert(source, path, place, text) {
  const { index } = place.exec(source) ?? {}
  if (index === undefined) throw new Refusal(`${path} has no place for it: ${place} is not there.`)
  return source.slice(0, index) + text + source.slice(index)
}
