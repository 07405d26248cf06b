import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expectNoViolationsInBothThemes } from './accessibility.ts'
import { tabTo } from './keyboard.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

function programOf(slug: string, path: string): Promise<string> {
  return readFile(new URL(`../../lessons/${slug}/${path}`, import.meta.url), 'utf8')
}

/** Has a run, looks, samples and tasks; the other has questions about its run. */
const SLUG = 'ready-state'
const QUESTIONS = 'closing'

async function open(page: Page, slug = SLUG): Promise<WorkScreen> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`en/${slug}.html`)
  return new WorkScreen(page)
}

/** Guesses the first answer of every question, which need not be right. */
async function guessAll(screen: WorkScreen): Promise<void> {
  for (const question of await screen.questions.all())
    await question.getByRole('radio').first().check()
}

const looksOf = (screen: WorkScreen): Locator => screen.lesson.locator('.run .look')

test('a look is pale before the run, and opens its event after it', async ({ page }) => {
  const screen = await open(page)
  const look = looksOf(screen).first()
  await look.click()
  await expect(screen.lesson.getByText('Run first.')).toBeVisible()
  await expect(screen.lesson.getByRole('button', { name: /^Run it/ }).first()).toBeFocused()

  await screen.runToEnd()
  await expect(look).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('region', { name: screen.text('inspector.title') })).toBeVisible()
})

test('a sample runs beside the program, which it leaves as it is', async ({ page }) => {
  const screen = await open(page)
  await screen.write(await programOf(SLUG, 'solution/client.js'))
  await screen.runToEnd()
  const before = await screen.console.textContent()

  const sample = screen.lesson.locator('.try').first()
  await sample.getByRole('button', { name: 'Try it' }).click()
  await expect(sample.getByText('What this sample printed')).toBeVisible()
  await expect(page.getByText('A sample from the lesson.')).toBeVisible()
  await expect(screen.console).not.toHaveText(before ?? '')

  await sample.getByRole('button', { name: 'Back to your run' }).click()
  await expect(page.getByText('A sample from the lesson.')).toBeHidden()
  await expect(screen.console).toHaveText(before ?? '')
})

test('a sample can be put into the editor and taken out again', async ({ page }) => {
  const screen = await open(page)
  await screen.write('// mine')
  const sample = screen.lesson.locator('.try').first()
  await sample.getByRole('button', { name: 'Try it' }).click()
  await sample.getByRole('button', { name: 'Put into the editor' }).click()
  await expect(page.getByText('// mine')).toBeHidden()
  await page.getByRole('button', { name: 'Restore my program' }).click()
  await expect(page.getByText('// mine')).toBeVisible()
})

test('a run answers a question: what came true, what was guessed, and why', async ({ page }) => {
  const screen = await open(page, QUESTIONS)
  const question = screen.lesson.locator('.step.question').first()
  await expect(question.getByRole('button', { name: 'Predict, then run' })).toBeDisabled()
  await guessAll(screen)
  await question.getByRole('button', { name: 'Predict, then run' }).click()
  await screen.goToEnd()
  await expect(question.getByText('came true')).toBeVisible()
  await expect(question.getByText('your answer')).toBeVisible()
  await expect(question.getByRole('radio').first()).toBeDisabled()

  await page.reload()
  await expect(question.getByText('came true')).toBeVisible()
})

test('an exception that answers a question is read whole, inside its card', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught: .*Still in CONNECTING state/)
  const screen = await open(page, 'send-timing')
  const question = screen.lesson.locator('.step.question').first()
  await guessAll(screen)
  await question.getByRole('button', { name: 'Predict, then run' }).click()
  const proof = question.getByRole('button', { name: /^See it: .*CONNECTING state/ })
  await expect(proof).toBeVisible()
  const [inside, card] = [await proof.boundingBox(), await question.boundingBox()]
  if (inside === null || card === null) throw new Error('the card is not shown')
  expect(inside.x + inside.width).toBeLessThan(card.x + card.width)
})

test('a task goes from failed to mended, and stays solved when a later run fails', async ({
  page,
}) => {
  const screen = await open(page)
  const solution = await programOf(SLUG, 'solution/client.js')
  const wrong = await programOf(SLUG, 'wrong/keep-a-copy.js')
  await screen.write(wrong)
  await screen.runToEnd()
  const failed = screen.lesson.locator('.step.task.failed').first()
  await expect(failed.getByText('What happened')).toBeVisible()

  await screen.write(solution)
  await expect(screen.lesson.getByText('You changed the program since').first()).toBeVisible()
  await screen.runToEnd()
  await expect(screen.lesson.locator('.step.task.passed')).toHaveCount(
    await screen.lesson.locator('.step.task').count(),
  )
  await expect(screen.solved).toBeVisible()

  await screen.write(wrong)
  await screen.runToEnd()
  await expect(screen.lesson.getByText('Solved before').first()).toBeVisible()
  await expect(screen.solved).toBeVisible()
  await expect(screen.lesson.locator('.step.task.failed')).toHaveCount(0)
})

test('by keyboard alone: answer, run, follow a look, go to the next step', async ({ page }) => {
  const screen = await open(page, QUESTIONS)
  // The others are about samples, which come later. A term of the question comes before its answers.
  await tabTo(page, screen.questions.first().getByRole('radio').first())
  await page.keyboard.press('Space')
  const run = screen.lesson.getByRole('button', { name: /^Run it/ }).first()
  await tabTo(page, run)
  await page.keyboard.press('Enter')
  await expect(screen.lesson.getByText(/^Done after/)).toBeVisible()
  await tabTo(page, looksOf(screen).first())
  await page.keyboard.press('Enter')
  await expect(looksOf(screen).first()).toHaveAttribute('aria-current', 'true')
  const next = page.getByRole('button', {
    name: new RegExp(`^${screen.text('lesson.line.label')}`),
  })
  await tabTo(page, next)
  await page.keyboard.press('Enter')
  await expect(screen.lesson.locator('.step:focus-within, .step:focus')).toHaveCount(1)
})

test('has no accessibility violation in any state, in both themes', async ({ page }) => {
  const screen = await open(page)
  await expectNoViolationsInBothThemes(page)
  await screen.lesson.getByRole('button', { name: 'Try it' }).first().click()
  await expect(screen.lesson.getByText('What this sample printed')).toBeVisible()
  await screen.write(await programOf(SLUG, 'wrong/keep-a-copy.js'))
  await screen.runToEnd()
  await expect(screen.lesson.locator('.step.task.failed').first()).toBeVisible()
  await expectNoViolationsInBothThemes(page)
  await screen.write(await programOf(SLUG, 'solution/client.js'))
  await expectNoViolationsInBothThemes(page)
  await screen.runToEnd()
  await expect(screen.solved).toBeVisible()
  await expectNoViolationsInBothThemes(page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a look opens the wire, and Back returns to the same line', async ({ page }) => {
    const screen = await open(page)
    await screen.lesson
      .getByRole('button', { name: /^Run it/ })
      .first()
      .tap()
    await expect(screen.lesson.getByText(/^Done after/)).toBeVisible()
    const look = looksOf(screen).first()
    await look.scrollIntoViewIfNeeded()
    const place = await look.boundingBox()
    await look.tap()
    await expect(screen.wire).toBeInViewport()
    await page.goBack()
    await expect(look).toBeFocused()
    expect(await look.boundingBox()).toEqual(place)
  })

  test('nothing is wider than the screen, and what is pressed is as large as a thumb', async ({
    page,
  }) => {
    const screen = await open(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    for (const button of await screen.lesson.getByRole('button').all())
      expect((await button.boundingBox())?.height ?? 44).toBeGreaterThanOrEqual(44)
  })
})
