// Scenario: credentials.
import { done, host, say } from '../prelude.js'

for (const user of ['user:pass@', 'user@', ':pass@', ':@', '@']) {
  const url = `http://${user}${host}/`
  say(
    `fetch ${user}`,
    await fetch(url).then(
      ({ status }) => status,
      (error) => error,
    ),
  )
  const source = new EventSource(url)
  const state = source.readyState
  await new Promise((resolve) => (source.onerror = resolve))
  say(`EventSource ${user}`, source.url, state, source.readyState)
  source.close()
}
done()
