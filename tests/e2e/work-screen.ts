import { expect, type Locator, type Page } from '@playwright/test'
import enCharts from '../../src/views/charts/en.ts'
import enCompare from '../../src/views/compare/en.ts'
import enConsole from '../../src/locales/en/console.ts'
import enEditor from '../../src/locales/en/editor.ts'
import enExport from '../../src/locales/en/export.ts'
import enHandshake from '../../src/views/handshake/en.ts'
import enLesson from '../../src/locales/en/lesson.ts'
import enLog from '../../src/views/log/en.ts'
import enTime from '../../src/locales/en/time.ts'
import enWire from '../../src/views/wire/en.ts'
import zhCharts from '../../src/views/charts/zh-CN.ts'
import zhCompare from '../../src/views/compare/zh-CN.ts'
import zhConsole from '../../src/locales/zh-CN/console.ts'
import zhEditor from '../../src/locales/zh-CN/editor.ts'
import zhExport from '../../src/locales/zh-CN/export.ts'
import zhHandshake from '../../src/views/handshake/zh-CN.ts'
import zhLesson from '../../src/locales/zh-CN/lesson.ts'
import zhLog from '../../src/views/log/zh-CN.ts'
import zhTime from '../../src/locales/zh-CN/time.ts'
import zhWire from '../../src/views/wire/zh-CN.ts'

const TEXTS = {
  en: {
    charts: enCharts,
    compare: enCompare,
    console: enConsole,
    editor: enEditor,
    export: enExport,
    handshake: enHandshake,
    lesson: enLesson,
    log: enLog,
    time: enTime,
    wire: enWire,
  },
  'zh-CN': {
    charts: zhCharts,
    compare: zhCompare,
    console: zhConsole,
    editor: zhEditor,
    export: zhExport,
    handshake: zhHandshake,
    lesson: zhLesson,
    log: zhLog,
    time: zhTime,
    wire: zhWire,
  },
} as const

export type Language = keyof typeof TEXTS
export const LANGUAGES: readonly Language[] = ['en', 'zh-CN']

/** A lesson or free play as a user finds it: by what the interface says. */
export class WorkScreen {
  readonly page: Page
  /** What the interface says in the language of this screen. */
  readonly texts: (typeof TEXTS)[Language]

  constructor(page: Page, language: Language = 'en') {
    this.page = page
    this.texts = TEXTS[language]
  }

  get editor(): Locator {
    return this.editorOf('client.js')
  }

  editorOf(file: string): Locator {
    const name = this.texts.editor.textOf.replace('{file}', file)
    return this.page.getByRole('textbox', { name })
  }

  tabOf(file: string): Locator {
    return this.page.getByRole('tab', { name: file })
  }

  /** The questions of the lesson, each a group of answers to choose from. */
  get predictions(): Locator {
    return this.page
      .getByRole('region', { name: this.texts.lesson.yourTurn })
      .getByRole('radiogroup')
  }

  get run(): Locator {
    return this.page.getByRole('button', { name: this.texts.editor.run, exact: true })
  }

  get stop(): Locator {
    return this.page.getByRole('button', { name: this.texts.editor.stop, exact: true })
  }

  get toEnd(): Locator {
    return this.page.getByRole('button', { name: this.texts.time.toEnd, exact: true })
  }

  get playhead(): Locator {
    return this.page.getByRole('slider', { name: this.texts.time.playhead })
  }

  get solved(): Locator {
    return this.page.getByText(this.texts.lesson.solved, { exact: true })
  }

  get console(): Locator {
    return this.page.getByRole('tree', { name: this.texts.console.output })
  }

  /** The tab of a view of the run. The log's counts events behind its name. */
  viewTab(view: 'wire' | 'log' | 'handshake' | 'charts' | 'compare'): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${this.texts[view].tab}( |$)`) })
  }

  get log(): Locator {
    return this.page.getByRole('grid', { name: this.texts.log.title })
  }

  get wire(): Locator {
    return this.page.getByRole('listbox', { name: this.texts.wire.title })
  }

  /** Pastes a program over the one in the editor. Typing it would have Monaco close its brackets. */
  async write(program: string, file = 'client.js'): Promise<void> {
    await this.tabOf(file).click()
    await this.editorOf(file).focus()
    await this.pasteOver(program)
  }

  /** Answers every question with its first answer, which need not be right. */
  async predict(): Promise<void> {
    for (const question of await this.predictions.all())
      await question.getByRole('radio').first().click()
  }

  /** The keys of somebody who selects all and pastes, wherever the focus is. */
  async pasteOver(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.press('ControlOrMeta+v')
  }

  /** Runs the program and goes to the end of the run. */
  async runToEnd(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Enter')
    await expect(async () => {
      // A short run may be at its end already: then the button is disabled, and this does nothing.
      await this.toEnd.evaluate((button) => button instanceof HTMLElement && button.click())
      await expect(this.stop).toBeHidden({ timeout: 500 })
    }).toPass()
  }
}
