import { readFile, readdir } from 'node:fs/promises'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { tabTo } from './keyboard.ts'
import { expect, test } from './test.ts'
import { LANGUAGES, WorkScreen } from './work-screen.ts'

const lessonsDirectory = new URL('../../lessons/', import.meta.url)
const entries = await readdir(lessonsDirectory, { withFileTypes: true })
const slugs = entries
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name)

function programOf(slug: string, path: string): Promise<string> {
  return readFile(new URL(`${slug}/${path}`, lessonsDirectory), 'utf8')
}

/** The files of the solution that the starter has otherwise. */
async function changesOf(slug: string): Promise<readonly { file: string; text: string }[]> {
  const names = await readdir(new URL(`${slug}/solution/`, lessonsDirectory))
  const files = await Promise.all(
    names.map(async (file) => ({ file, text: await programOf(slug, `solution/${file}`) })),
  )
  const given = await Promise.all(files.map(({ file }) => programOf(slug, `start/${file}`)))
  return files.filter(({ text }, index) => text !== given[index])
}

/** Starters that are there to throw. */
const THROWING: ReadonlyMap<string, RegExp> = new Map([
  ['send-timing', /uncaught: .*Still in CONNECTING state/],
])

for (const slug of slugs) {
  for (const language of LANGUAGES) {
    test(`${slug} goes from starter to solved by keyboard alone and without accessibility violation, in ${language}`, async ({
      page,
      guard,
    }) => {
      // A whole lesson, and four looks at its page.
      test.slow()
      const thrown = THROWING.get(slug)
      if (thrown !== undefined) guard.expectProblem(thrown)
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await page.goto(`#/${language}/lesson/${slug}`)
      const screen = new WorkScreen(page, language)

      await expect(screen.editor).toBeVisible()
      await expectNoViolationsInBothThemes(page)
      for (const question of await screen.predictions.all()) {
        await tabTo(page, question)
        await page.keyboard.press('Space')
      }
      await tabTo(page, screen.editor)
      await page.keyboard.press('ControlOrMeta+Enter')
      await page.keyboard.press('ControlOrMeta+m')
      await tabTo(page, screen.playhead)
      await page.keyboard.press('End')
      await expect(screen.stop).toBeHidden()
      await expect(screen.solved).toBeHidden()

      for (const { file, text } of await changesOf(slug)) {
        await tabTo(page, screen.tabOf('client.js'))
        for (const name of ['server.js', 'page.html'])
          if (file === name) await page.keyboard.press('ArrowRight')
        await tabTo(page, screen.editorOf(file))
        await screen.pasteOver(text)
      }
      await page.keyboard.press('ControlOrMeta+Enter')
      await tabTo(page, screen.playhead)
      await page.keyboard.press('End')
      await expect(screen.solved).toBeVisible()
      await expectNoViolationsInBothThemes(page)
    })
  }
}

for (const width of [1440, 390])
  test(`a run that a prediction is missing for leads to its question, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('#/en/lesson/closing')
    const screen = new WorkScreen(page)
    if (width < 720) await page.getByRole('button', { name: 'Code', exact: true }).click()
    await screen.editor.focus()
    await page.keyboard.press('ControlOrMeta+Enter')

    await expect(screen.predictions.first().getByRole('radio').first()).toBeFocused()
    await expect(screen.stop).toBeHidden()
  })

test('a failed check says what came instead and leads to the event and its line', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught: .*Still in CONNECTING state/)
  await page.goto('#/en/lesson/first-echo')
  const screen = new WorkScreen(page)
  await screen.write(await programOf('first-echo', 'wrong/send-too-early.js'))
  await screen.runToEnd()

  await expect(page.getByText('was called while the socket was still CONNECTING')).toBeVisible()
  await page.getByRole('button', { name: /^0\.0 ms$/ }).click()
  await page.getByRole('tab', { name: /^Log/ }).click()
  await expect(screen.log.getByRole('row', { selected: true })).toContainText('send')
})

test('a reload keeps program and progress', async ({ page }) => {
  await page.goto('#/en/lesson/first-echo')
  const screen = new WorkScreen(page)
  await screen.write(`${await programOf('first-echo', 'solution/client.js')}\n// mine\n`)
  await screen.runToEnd()
  await expect(screen.solved).toBeVisible()

  await page.reload()
  await expect(screen.editor).toBeVisible()
  await expect(page.getByText('// mine')).toBeVisible()
  await expect(screen.solved).toBeVisible()
  await page.goto('#/en')
  const row = page.getByRole('listitem').filter({ hasText: 'First connection' })
  await expect(row).toContainText('Solved')
})

test('another language keeps the place, the program and what it did', async ({ page }) => {
  await page.goto('#/en/lesson/first-echo')
  const english = new WorkScreen(page)
  await english.write(await programOf('first-echo', 'solution/client.js'))
  await english.runToEnd()
  await expect(english.solved).toBeVisible()

  await page.getByRole('button', { name: '切换到中文' }).click()
  const chinese = new WorkScreen(page, 'zh-CN')
  await expect(chinese.solved).toBeVisible()
  await expect(page).toHaveURL(/#\/zh-CN\/lesson\/first-echo/)
  await expect(chinese.console).toContainText('Hello, server!')
})
