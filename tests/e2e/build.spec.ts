import { readFile } from 'node:fs/promises'
import { pagePolicy } from '../../lab-server/http/response-headers.ts'
import { expect, test } from './test.ts'

test('works from a sub-path of a static host, and leads to the course where no page is named', async ({
  page,
}) => {
  await page.goto('')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/#\/en$/)
})

test('names nothing by an absolute path', async () => {
  const html = await readFile(new URL('../../dist/index.html', import.meta.url), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url)
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((url) => !/^(\.\/|data:|#)/.test(url ?? ''))).toEqual([])
})

test('the page carries its policy, which holds on a host that sends none', async ({
  page,
  guard,
}) => {
  guard.expectProblem(/console error: .*script-src 'self'/)
  guard.expectProblem(/console error: .*frame-src 'self'/)
  await page.goto('#/en')
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute('content', pagePolicy)

  const blocked = await page.evaluate(() => {
    const violations: string[] = []
    return new Promise<string[]>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.push(effectiveDirective)
        if (violations.length === 2) resolve(violations)
      })
      const script = document.createElement('script')
      script.textContent = 'document.title = "changed"'
      const frame = document.createElement('iframe')
      frame.src = 'https://stranger.example/?secret'
      document.body.append(script, frame)
    })
  })
  expect(blocked.sort()).toEqual(['frame-src', 'script-src-elem'])
  await expect(page).not.toHaveTitle('changed')
})
