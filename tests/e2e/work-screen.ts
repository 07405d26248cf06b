import { expect, type Locator, type Page } from '@playwright/test'
import { readdir } from 'node:fs/promises'
import {
  DEFAULT_LOCALE,
  LOCALES,
  type Locale,
  type Localised,
} from '../../src/core/locale/locale.ts'
import { gather, type Texts } from '../../src/locales/gather.ts'
import { flatten } from '../../src/locales/missing-texts.ts'

const src = new URL('../../src/', import.meta.url)
const files = (await readdir(src, { recursive: true })).map((file) => file.replaceAll('\\', '/'))

/** The texts of a language by key. Node lacks `import.meta.glob`, by which `src/locales` finds them. */
async function textsIn(locale: Locale): Promise<ReadonlyMap<string, string>> {
  const areas = new RegExp(`^(locales/${locale}/(?!index)[a-z-]+|views/[a-z-]+/${locale})\\.ts$`)
  const modules = files
    .filter((file) => areas.test(file))
    .map(async (file) => {
      const module: { readonly default: Texts } = await import(new URL(file, src).href)
      return [`/${file}`, module.default] as const
    })
  return flatten(gather(Object.fromEntries(await Promise.all(modules))))
}

const TEXTS = new Map(
  await Promise.all(LOCALES.map(async (locale) => [locale, await textsIn(locale)] as const)),
)

/** The titles of the tabs of views. */
const TITLES = new Map(
  await Promise.all(
    files
      .filter((file) => /^views\/[a-z-]+\/title\.ts$/.test(file))
      .map(async (file) => {
        const module: { readonly title: Localised } = await import(new URL(file, src).href)
        return [file.split('/')[1] ?? '', module.title] as const
      }),
  ),
)

/** A lesson or free play as a user finds it: by what the interface says. */
export class WorkScreen {
  readonly page: Page
  readonly #locale: Locale

  constructor(page: Page, locale: Locale = DEFAULT_LOCALE) {
    this.page = page
    this.#locale = locale
  }

  /** The interface's text under a key such as `editor.run`, in this screen's language or in English. */
  text(key: string): string {
    const text = TEXTS.get(this.#locale)?.get(key) ?? TEXTS.get(DEFAULT_LOCALE)?.get(key)
    if (text === undefined) throw new Error(`the interface has no text ${key}`)
    return text
  }

  get editor(): Locator {
    return this.editorOf('client.js')
  }

  editorOf(file: string): Locator {
    const name = this.text('editor.textOf').replace('{file}', file)
    return this.page.getByRole('textbox', { name })
  }

  tabOf(file: string): Locator {
    return this.page.getByRole('tab', { name: file })
  }

  get lesson(): Locator {
    return this.page.getByRole('region', { name: this.text('lesson.pane'), exact: true })
  }

  /** Has the next runs on the lab server of this computer. */
  async chooseLab(scenario: string): Promise<void> {
    const chip = this.page.getByRole('button', { name: /^Endpoint/ })
    await chip.click()
    const dialog = this.page.getByRole('dialog')
    await dialog
      .getByRole('radiogroup', { name: this.text('endpoint.group.where') })
      .getByRole('radio', { name: 'Lab' })
      .click()
    await dialog.getByRole('radio', { name: new RegExp(`^${scenario}(?![\\w.-])`) }).click()
    await this.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(chip).toBeFocused()
  }

  /** The questions of the lesson, each with its answers to choose from. */
  get questions(): Locator {
    return this.lesson.locator('.step.question')
  }

  get run(): Locator {
    return this.page.getByRole('button', { name: this.text('editor.run'), exact: true })
  }

  get stop(): Locator {
    return this.page.getByRole('button', { name: this.text('editor.stop'), exact: true })
  }

  get toEnd(): Locator {
    return this.page.getByRole('button', { name: this.text('time.toEnd'), exact: true })
  }

  get playhead(): Locator {
    return this.page.getByRole('slider', { name: this.text('time.playhead') })
  }

  get solved(): Locator {
    return this.lesson.getByText(this.text('lesson.result.solved'), { exact: true })
  }

  get console(): Locator {
    return this.page.getByRole('tree', { name: this.text('console.output') })
  }

  /** The tab of a view of the run. The log's counts events behind its name. */
  viewTab(view: string): Locator {
    const title = TITLES.get(view)?.[this.#locale]
    return this.page.getByRole('tab', { name: new RegExp(`^${title ?? view}( |$)`) })
  }

  get log(): Locator {
    return this.page.getByRole('grid', { name: this.text('log.title') })
  }

  get wire(): Locator {
    return this.page.getByRole('listbox', { name: this.text('wire.title') })
  }

  /** Pastes a program over the one in the editor. Typing it would have Monaco close its brackets. */
  async write(program: string, file = 'client.js'): Promise<void> {
    await this.tabOf(file).click()
    await this.editorOf(file).focus()
    await this.pasteOver(program)
  }

  /** Answers every question with its first answer, which need not be right. */
  async predict(): Promise<void> {
    for (const question of await this.questions.all())
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
    await this.goToEnd()
  }

  /** Goes to the end of the run that was begun. */
  async goToEnd(): Promise<void> {
    await expect(async () => {
      // A short run may be at its end already: then the button is disabled, and this does nothing.
      await this.toEnd.evaluate((button) => button instanceof HTMLElement && button.click())
      await expect(this.stop).toBeHidden({ timeout: 500 })
    }).toPass()
  }
}
