import { expect, test } from 'vitest'

const url = 'ws://localhost:8080'

function sleep(time) {
  return new Promise((resolve) => {
    setTimeout(resolve, time)
  })
}

for (let turn = 1; turn <= 10; turn += 1) {
  test(`turn ${turn}`, async () => {
    const chat = createChat(url, window)
    await sleep(200)
    const said = chat.say('Hello')
    await sleep(200)
    expect(said.state).toBe('answered')
  })
}
