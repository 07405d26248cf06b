import { LOCALES } from '../../src/core/locale/locale.ts'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const PROGRAM = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => ws.send('Hello')
ws.onmessage = () => ws.close(1000, 'done')
`

for (const language of LOCALES) {
  test(`no view of a run has an accessibility violation, in ${language} and both themes`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(`${language}/play.html`)
    const screen = new WorkScreen(page, language)
    await screen.write(PROGRAM)
    await screen.runToEnd()

    await page.getByText(screen.text('wire.rows.time'), { exact: true }).click()
    await expectNoViolationsInBothThemes(page)
    await page.getByText(screen.text('wire.rows.events'), { exact: true }).click()
    await expectNoViolationsInBothThemes(page)

    await screen.viewTab('log').click()
    await screen.log.getByRole('row').filter({ hasText: 'TEXT' }).first().click()
    await expectNoViolationsInBothThemes(page)

    await screen.viewTab('handshake').click()
    await expect(page.getByText('Sec-WebSocket-Accept').first()).toBeVisible()
    await expectNoViolationsInBothThemes(page)

    await screen.viewTab('charts').click()
    await expect(
      page.getByRole('region', { name: screen.text('charts.title.bytes') }),
    ).toBeVisible()
    await expectNoViolationsInBothThemes(page)
    await page.getByRole('switch', { name: screen.text('charts.asTable') }).click()
    await expectNoViolationsInBothThemes(page)

    await page.getByRole('button', { name: screen.text('run.files') }).click()
    await expect(page.getByRole('dialog', { name: screen.text('export.title') })).toBeVisible()
    await expectNoViolationsInBothThemes(page)
    await page.keyboard.press('Escape')

    await screen.playhead.focus()
    await page.keyboard.press('Home')
    await page
      .getByRole('button', { name: screen.text('compare.again.open') })
      .last()
      .click()
    await page.getByRole('menuitem', { name: screen.text('compare.again.loseNext.client') }).click()
    await expect(screen.viewTab('compare')).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('treegrid', { name: screen.text('compare.title') })).toBeVisible()
    await expectNoViolationsInBothThemes(page)
  })
}
