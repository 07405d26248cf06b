import { readFile } from 'node:fs/promises'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { tabTo } from './keyboard.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

function programOf(slug: string, path: string): Promise<string> {
  return readFile(new URL(`../../lessons/${slug}/${path}`, import.meta.url), 'utf8')
}

for (const { what, language, slug, file } of [
  { what: 'that asks for predictions', language: 'en', slug: 'closing', file: 'client.js' },
  { what: "about its server's program", language: 'zh-CN', slug: 'handshake', file: 'server.js' },
] as const) {
  test.describe(`a lesson ${what}`, () => {
    test.use({ monaco: true })

    test(`goes from starter to solved by keyboard alone and without accessibility violation, in ${language}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await page.goto(`${language}/${slug}.html`)
      const screen = new WorkScreen(page, language)

      await expect(screen.editor).toBeVisible()
      await expectNoViolationsInBothThemes(page)
      for (const question of await screen.questions.all()) {
        await tabTo(page, question.getByRole('radio').first())
        await page.keyboard.press('Space')
      }
      await tabTo(page, screen.editor)
      await page.keyboard.press('ControlOrMeta+Enter')
      await page.keyboard.press('ControlOrMeta+m')
      await tabTo(page, screen.playhead)
      await page.keyboard.press('End')
      await expect(screen.stop).toBeHidden()
      await expect(screen.solved).toBeHidden()

      await tabTo(page, screen.tabOf('client.js'))
      if (file === 'server.js') await page.keyboard.press('ArrowRight')
      await tabTo(page, screen.editorOf(file))
      await screen.pasteOver(await programOf(slug, `solution/${file}`))
      await page.keyboard.press('ControlOrMeta+Enter')
      await tabTo(page, screen.playhead)
      await page.keyboard.press('End')
      await expect(screen.solved).toBeVisible()
      await expectNoViolationsInBothThemes(page)
    })
  })
}

for (const width of [1440, 390])
  test(`a run that a prediction is missing for leads to its question, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('en/closing.html')
    const screen = new WorkScreen(page)
    if (width < 768) await page.getByRole('button', { name: 'Code', exact: true }).click()
    await screen.editor.focus()
    await page.keyboard.press('ControlOrMeta+Enter')

    await expect(screen.questions.first().getByRole('radio').first()).toBeFocused()
    await expect(screen.stop).toBeHidden()
  })

test('a failed check says what came instead and leads to the event and its line', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught: .*Still in CONNECTING state/)
  await page.goto('en/first-echo.html')
  const screen = new WorkScreen(page)
  await screen.write(await programOf('first-echo', 'wrong/send-too-early.js'))
  await screen.runToEnd()

  await expect(page.getByText('while the socket was still CONNECTING')).toBeVisible()
  await screen.lesson.locator('.failure .event').first().click()
  await page.getByRole('tab', { name: /^Log/ }).click()
  await expect(screen.log.getByRole('row', { selected: true })).toContainText('send')
})

test('a reload keeps program and progress', async ({ page }) => {
  await page.goto('en/first-echo.html')
  const screen = new WorkScreen(page)
  await screen.write(`${await programOf('first-echo', 'solution/client.js')}\n// mine\n`)
  await screen.runToEnd()
  await expect(screen.solved).toBeVisible()

  await page.reload()
  await expect(screen.editor).toBeVisible()
  await expect(page.getByText('// mine')).toBeVisible()
  await expect(screen.solved).toBeVisible()
  await page.goto('en/index.html')
  const row = page.getByRole('listitem').filter({ hasText: 'First connection' })
  await expect(row).toContainText('solved')
})

test('another language keeps the place, the program and what it did', async ({ page }) => {
  await page.goto('en/first-echo.html')
  const english = new WorkScreen(page)
  await english.write(await programOf('first-echo', 'solution/client.js'))
  await english.runToEnd()
  await expect(english.solved).toBeVisible()

  await page.getByRole('button', { name: '切换到中文' }).click()
  const chinese = new WorkScreen(page, 'zh-CN')
  await expect(chinese.solved).toBeVisible()
  await expect(page).toHaveURL(/\/zh-CN\/first-echo\.html$/)
  await expect(chinese.console).toContainText('Good morning')
})
