const opened = (ws) => new Promise((resolve) => (ws.onopen = () => resolve(ws)))
const answer = (ws) =>
  new Promise((resolve, reject) => {
    ws.onmessage = ({ data }) => resolve(data)
    ws.onclose = () => reject(new Error('closed'))
  })
async function ask(text) {
  for (;;) {
    const ws = await opened(new WebSocket('ws://localhost:8080'))
    ws.send(text)
    try {
      return await answer(ws)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}
console.log(await ask('hello'))
