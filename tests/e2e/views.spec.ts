import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'
import { LANGUAGES, WorkScreen } from './work-screen.ts'

const PROGRAM = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => ws.send('Hello')
ws.onmessage = () => ws.close(1000, 'done')
`

for (const language of LANGUAGES) {
  test(`no view of a run has an accessibility violation, in ${language} and both themes`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(`#/${language}/play`)
    const screen = new WorkScreen(page, language)
    const { texts } = screen
    await screen.write(PROGRAM)
    await screen.runToEnd()

    await page.getByText(texts.wire.rows.time, { exact: true }).click()
    await expectNoViolationsInBothThemes(page)
    await page.getByText(texts.wire.rows.events, { exact: true }).click()
    await expectNoViolationsInBothThemes(page)

    await screen.viewTab('log').click()
    await screen.log.getByRole('row').filter({ hasText: 'TEXT' }).first().click()
    await expectNoViolationsInBothThemes(page)

    await screen.viewTab('handshake').click()
    await expect(page.getByText('Sec-WebSocket-Accept').first()).toBeVisible()
    await expectNoViolationsInBothThemes(page)

    await screen.viewTab('charts').click()
    await expect(page.getByRole('region', { name: texts.charts.title.bytes })).toBeVisible()
    await expectNoViolationsInBothThemes(page)
    await page.getByRole('switch', { name: texts.charts.asTable }).click()
    await expectNoViolationsInBothThemes(page)

    await page.getByRole('button', { name: texts.export.open }).click()
    await expect(page.getByRole('dialog', { name: texts.export.title })).toBeVisible()
    await expectNoViolationsInBothThemes(page)
    await page.keyboard.press('Escape')

    await screen.playhead.focus()
    await page.keyboard.press('Home')
    await page.getByRole('button', { name: texts.compare.again.open }).last().click()
    await page.getByRole('menuitem', { name: texts.compare.again.loseNext.client }).click()
    await expect(screen.viewTab('compare')).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('treegrid', { name: texts.compare.title })).toBeVisible()
    await expectNoViolationsInBothThemes(page)
  })
}
