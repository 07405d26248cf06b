import { expectNoViolations } from './accessibility.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const HASTY = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => {
  let left = 5
  const timer = setInterval(() => {
    ws.send(left + ' left')
    left -= 1
    if (left === 0) clearInterval(timer)
  }, 400)
}
`
const CAREFUL = `const ws = new WebSocket('wss://echo.websocket.org')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => console.log(data)
`

test('a program that sends into a closed socket is broken by a cut, and that run is played', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(HASTY)
  await screen.runToEnd()
  await page.getByRole('button', { name: 'Try to break it' }).click()
  const panel = page.getByRole('region', { name: 'Try to break it' })
  await expect(panel.getByRole('checkbox', { name: 'No uncaught error' })).toBeChecked()
  await expectNoViolations(page)
  await panel.getByRole('button', { name: 'Start' }).click()
  await expect(panel.getByRole('status')).toContainText(/Broken after \d+ schedules?/, {
    timeout: 60_000,
  })
  await expect(panel).toContainText('No send() into a closing or closed socket')
  await expect(panel.getByRole('listitem')).toHaveCount(1)
  await expect(panel).toContainText(/at .*\sms, the connection is reset/)
  await expect(page.getByText('under the schedule that breaks it')).toBeVisible()
  await panel.getByRole('button', { name: 'Show the event' }).click()
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('send')
  await page.getByRole('button', { name: 'Back to your run' }).click()
  await expect(page.getByText('under the schedule that breaks it')).toBeHidden()
})

test('a program that stands it is not broken, and that is said to be no proof', async ({
  page,
}) => {
  await page.goto('en/play.html')
  const screen = new WorkScreen(page)
  await screen.write(CAREFUL)
  await screen.runToEnd()
  await page.getByRole('button', { name: 'Try to break it' }).click()
  const panel = page.getByRole('region', { name: 'Try to break it' })
  await panel.getByRole('button', { name: 'Start' }).click()
  await expect(panel.getByRole('button', { name: 'Stop' })).toBeVisible()
  await expect(panel.getByRole('status')).toContainText(/It held: \d+ schedules tried/, {
    timeout: 60_000,
  })
  await expect(panel).toContainText('That isn’t proof.')
})
