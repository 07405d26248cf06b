/** The deck of jobs, and what a reader answered in an earlier lesson. */
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { expect, test } from './test.ts'

const TRANSPORTS = [
  ['whiteboard', 'WebSocket'],
  ['shop is open', 'Polling'],
  ['Players talk', 'WebTransport'],
  ['log of a build', 'EventSource'],
  ['film of 20 GB', 'A stream to pull'],
  ['support desk', 'A library on top'],
] as const

test('by keyboard: a job that was missed comes back in other words, and six are counted', async ({
  page,
}) => {
  await page.goto('en/choose.html')
  const deck = page.getByRole('group', { name: 'Six jobs, six transports' })
  const choice = (name: string) => deck.getByRole('button', { name, exact: true })
  await expect(choice('Polling')).toBeVisible()
  await page.waitForFunction(() => !('earlyInput' in window))
  for (const [words, transport] of TRANSPORTS) {
    await expect(deck).toContainText(words)
    const taken = words === 'shop is open' ? 'WebSocket' : transport
    await choice(taken).focus()
    await page.keyboard.press('Enter')
    await expect(deck.getByRole('status')).toContainText(
      taken === transport ? 'Yes.' : 'Not WebSocket.',
    )
    if (words === 'shop is open') await expectNoViolationsInBothThemes(page)
    // The focus is on the way on.
    await page.keyboard.press('Enter')
  }
  await expect(deck).toContainText('Back again, in other words')
  await expect(deck).toContainText('how many visitors there were yesterday')
  await choice('Polling').press('Enter')
  await page.keyboard.press('Enter')
  await expect(deck).toContainText('5 of 6 right at once. You can choose.')
  await deck.getByRole('button', { name: 'See the run that shows it' }).first().press('Enter')
  await expect(page.locator('#question-order')).toBeInViewport()
  await expect(page.locator('#question-order').getByRole('radio').first()).toBeFocused()
})

test('what was answered in an earlier lesson is said beside what happened', async ({ page }) => {
  await page.goto('en/choose.html')
  const answers = page.getByRole('listitem').filter({ hasText: 'When does tick 1 appear?' })
  await expect(answers).toContainText('Not answered yet.')
  await answers.getByRole('link').click()
  await expect(page).toHaveURL(/why-push\.html#question-first-tick$/)
  const question = page.locator('#question-first-tick')
  await expect(question).toBeInViewport()
  await question.getByRole('radio').first().check()
  await question.getByRole('button', { name: 'Predict, then run' }).click()
  await expect(question).toContainText('Something else happened')
  await page.goto('en/choose.html')
  await expect(answers).toContainText(
    'You said “at about 1,040 ms, as soon as the news can be here”. What happened: almost half a second late',
  )
})
