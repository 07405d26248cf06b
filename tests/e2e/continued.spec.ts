/** A lesson that goes on with the program of another: whose program, what is new, and both kept. */
import { readFile } from 'node:fs/promises'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const linesOf = async (file: string) =>
  (await readFile(new URL(`../../lessons/${file}`, import.meta.url), 'utf8')).split('\n')

test('a lesson goes on with the course’s program or the reader’s, and keeps both', async ({
  page,
}) => {
  const screen = new WorkScreen(page)
  const whose = page.getByRole('group', { name: 'The program to go on with' })
  const course = whose.getByRole('radio', { name: 'The course’s' })
  const mine = whose.getByRole('radio', { name: 'Mine, as I left it' })

  await test.step('without a program of one’s own there is nothing to choose', async () => {
    await page.goto('en/subprotocols.html')
    await expect(screen.lesson).toContainText('The program goes on from JSON messages.')
    await expect(whose).toHaveCount(0)
  })

  await test.step('the new lines are told', async () => {
    const before = new Set(await linesOf('json/solution/client.js'))
    const after = await linesOf('subprotocols/start/client.js')
    const news = after.flatMap((line, index) =>
      line.trim() === '' || before.has(line) ? [] : [index + 1],
    )
    expect(news).not.toEqual([])
    const told = screen.lesson.getByText('New since then:')
    for (const line of news)
      await expect(told).toContainText(new RegExp(`client\\.js.*\\b${line}\\b`))
    await told
      .getByRole('link', { name: 'client.js' })
      .or(told.getByRole('button', { name: 'client.js' }))
      .click()
    await expect(screen.tabOf('client.js')).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('the reader’s program is offered as it was left', async () => {
    await screen.lesson.getByRole('link', { name: 'JSON messages' }).first().click()
    await expect(page).toHaveURL(/\/json\.html$/)
    await screen.write('// my chat\n')
    await page.goBack()
    await expect(page).toHaveURL(/\/subprotocols\.html$/)
    await expect(course).toBeChecked()
    await expect(screen.editor).toHaveValue(/Promise\.withResolvers/)
    await mine.check()
    await expect(screen.editor).toHaveValue('// my chat\n')
  })

  await test.step('both are kept, with what is changed in them, across a reload', async () => {
    await screen.write('// my chat, version 2\n')
    await course.check()
    await expect(screen.editor).toHaveValue(/Promise\.withResolvers/)
    await screen.write('// the course’s, changed\n')
    await page.reload()
    await expect(course).toBeChecked()
    await expect(screen.editor).toHaveValue('// the course’s, changed\n')
    await mine.check()
    await expect(screen.editor).toHaveValue('// my chat, version 2\n')
    await page.reload()
    await expect(mine).toBeChecked()
    await expect(screen.editor).toHaveValue('// my chat, version 2\n')
    await course.check()
    await expect(screen.editor).toHaveValue('// the course’s, changed\n')
  })

  await test.step('the earlier lesson keeps its own', async () => {
    await page.goto('en/json.html')
    await expect(screen.editor).toHaveValue('// my chat\n')
  })
})
