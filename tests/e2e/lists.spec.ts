import type { Locator } from '@playwright/test'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

/** Prints enough lines that no list shows them all. */
const PROGRAM = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => {
  for (let number = 1; number <= 40; number += 1) ws.send('message ' + number)
}
let received = 0
ws.onmessage = ({ data }) => {
  console.log('received', data)
  received += 1
  if (received === 40) ws.close(1000)
}
`

interface List {
  readonly name: string
  /** Brings the list onto the screen. */
  readonly open: (screen: WorkScreen) => Promise<Locator>
  /** Selects the event of the row, where moving to it may not. */
  readonly choose?: string
}

const LISTS: readonly List[] = [
  {
    name: 'log',
    open: async (screen) => {
      await screen.viewTab('log').click()
      return screen.log
    },
  },
  { name: 'wire', open: (screen) => Promise.resolve(screen.wire) },
  { name: 'console', open: (screen) => Promise.resolve(screen.console) },
  {
    name: 'comparison',
    // Of the first run, which went on for longer.
    choose: 'ArrowLeft',
    open: async (screen) => {
      const { page, playhead } = screen
      await playhead.focus()
      await page.keyboard.press('Home')
      await page
        .getByRole('button', { name: screen.text('compare.again.open') })
        .last()
        .click()
      await page
        .getByRole('menuitem', { name: screen.text('compare.again.loseNext.client') })
        .click()
      const list = page.getByRole('treegrid', { name: screen.text('compare.title') })
      // A comparison begins at the first difference, once that is known.
      await expect(list.locator('.first')).toBeInViewport()
      await expect(page.getByText(screen.text('compare.state.computing'))).toBeHidden()
      return list
    },
  },
]

/** The id of the row that the keyboard is on. */
function activeRow(list: Locator): Promise<string | null> {
  return list.getAttribute('aria-activedescendant')
}

async function expectActive(list: Locator, row: string): Promise<void> {
  await expect(list).toHaveAttribute('aria-activedescendant', row)
  await expect(list.locator(`[id="${row}"]`)).toBeInViewport()
}

/** Presses a key that leads to another row, and says to which. */
async function press(list: Locator, key: string): Promise<string> {
  const before = await activeRow(list)
  await list.press(key)
  let after: string | null = null
  await expect(async () => {
    after = await activeRow(list)
    expect(after, `${key} moves`).not.toBeNull()
    expect(after, `${key} moves`).not.toBe(before)
  }).toPass()
  await expectActive(list, after ?? '')
  return after ?? ''
}

for (const { name, open, choose } of LISTS) {
  test(`in the ${name} the keys do what they do in every list`, async ({ page }) => {
    // Some thirty keys, each waited for.
    test.slow()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1440, height: 1000 })
    await page.goto('en/play.html')
    const screen = new WorkScreen(page)
    await screen.write(PROGRAM)
    await screen.runToEnd()
    await expect(screen.console).toContainText('received message 40')
    const list = await open(screen)
    await list.press('End')
    const first = await press(list, 'Home')

    const second = await press(list, 'ArrowDown')
    await press(list, 'ArrowUp')
    await expectActive(list, first)
    await press(list, 'Shift+ArrowDown')
    await expectActive(list, second)
    await press(list, 'Shift+ArrowUp')
    await expectActive(list, first)

    expect(await press(list, 'PageDown')).not.toBe(second)
    await press(list, 'PageUp')
    await expectActive(list, first)
    const last = await press(list, 'End')
    const row = await press(list, 'ArrowUp')
    await press(list, 'ArrowDown')
    await expectActive(list, last)
    await list.press('ArrowDown')
    await expectActive(list, last)

    const details = page.getByRole('region', { name: 'Details' })
    const selected = list.locator('[aria-selected="true"]')
    for (const key of ['Enter', 'Space']) {
      await press(list, 'Home')
      await list.press('End')
      await press(list, 'ArrowUp')
      await expectActive(list, row)
      if (choose !== undefined) await list.press(choose)
      await list.press(key)
      await expect(selected, `${key} accepts`).toHaveCount(1)
      // A line of the console leads to its source, an event elsewhere to its details.
      if (name !== 'console') await expect(details, `${key} accepts`).toBeFocused()
      await list.press('Escape')
      await expect(selected, 'Escape leaves').toHaveCount(0)
    }
  })
}
