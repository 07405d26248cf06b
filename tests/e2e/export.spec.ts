import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import en from '../../src/locales/en/export.ts'
import run from '../../src/locales/en/run.ts'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { tabTo } from './keyboard.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const PROGRAM = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => ws.send('Hello')
ws.onmessage = ({ data }) => {
  console.log('received', data)
  ws.close(1000)
}
`

const dialogOf = (page: Page) => page.getByRole('dialog', { name: en.title })

async function save(page: Page, format: string): Promise<{ name: string; content: Buffer }> {
  const dialog = dialogOf(page)
  await dialog.getByRole('radio', { name: format }).check()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: en.save.button, exact: true }).click()
  const download = await downloading
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}

test('a run is saved in three formats, and the trace opens again beside the own run', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  const opener = page.getByRole('button', { name: run.files })
  await opener.click()
  await expect(dialogOf(page)).toContainText(en.save.nothing)
  await page.keyboard.press('Escape')

  await screen.write(PROGRAM)
  await screen.runToEnd()
  // Tab stays in the editor.
  await page.getByRole('tab', { name: 'Wire' }).focus()
  await tabTo(page, opener)
  await page.keyboard.press('Enter')
  const trace = await save(page, en.format.json.name)
  expect(trace.name).toMatch(/^upgrade-101-play-[\d-]+\.trace\.json$/)
  expect(String(trace.content)).toContain('"program":{"client.js":"const ws')
  const archive = await save(page, en.format.har.name)
  expect(JSON.parse(String(archive.content))).toMatchObject({
    log: { entries: [{ _webSocketMessages: [{ data: 'Hello' }, { data: 'Hello' }] }] },
  })
  const capture = await save(page, en.format.pcapng.name)
  expect(capture.name).toMatch(/\.pcapng$/)
  expect(capture.content.subarray(0, 4).toString('hex')).toBe('0a0d0d0a')

  // Another run is the own one when the saved one is opened.
  await page.keyboard.press('Escape')
  await screen.write(PROGRAM.replace('Hello', 'Good day'))
  await screen.runToEnd()
  await opener.click()
  const file = { name: 'saved.json', mimeType: 'application/json', buffer: trace.content }
  const input = dialogOf(page).locator('input[type=file]')
  const broken = String(trace.content).replace('"opcode":1,', '"opcode":99,')
  await input.setInputFiles({ ...file, buffer: Buffer.from(broken) })
  await expect(dialogOf(page).getByRole('alert')).toHaveText(
    /^Event \d+ of saved\.json is wrong: frameSent\.frame\.opcode: 99 is not 0 to 15$/,
  )
  await input.setInputFiles(file)
  const banner = page.getByRole('region', { name: en.banner.label })
  await expect(banner).toContainText('Opened from saved.json')
  await expect(banner).toContainText('Built-in · echo')
  await expect(screen.console).toContainText('received Hello')
  await expect(screen.stop).toBeHidden()
  await banner.getByRole('button', { name: en.banner.program }).click()
  await expect(page.getByRole('dialog', { name: en.program.title })).toContainText("send('Hello')")
  await page.keyboard.press('Escape')
  await expectNoViolationsInBothThemes(page)

  await banner.getByRole('button', { name: en.banner.back }).click()
  await expect(banner).toBeHidden()
  await expect(screen.console).toContainText('received Good day')
})

test('a file that is dropped onto the wire opens; one that is no trace says so', async ({
  page,
}) => {
  await page.goto('zh-CN/play.html')
  const drop = (content: string) =>
    page.locator('section.run').evaluate((pane, text) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], 'drop.json'))
      for (const type of ['dragenter', 'drop'])
        pane.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }, content)
  await drop('GIF89a')
  await expect(
    page.getByText('drop.json 不是 JSON，因此不是运行记录。', { exact: true }),
  ).toBeVisible()
  const header = {
    version: 1,
    clock: 'virtual',
    seed: 1,
    conditions: null,
    endpoint: { kind: 'built-in', name: 'network' },
    browser: '',
  }
  await drop(JSON.stringify({ header, events: [] }))
  await expect(page.getByRole('region', { name: '打开的运行记录' })).toContainText('drop.json')
})
