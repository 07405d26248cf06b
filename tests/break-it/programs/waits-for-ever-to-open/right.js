const opened = (ws) =>
  new Promise((resolve, reject) => {
    ws.onopen = () => resolve(ws)
    ws.onclose = () => reject(new Error('refused'))
  })
const answer = (ws) =>
  new Promise((resolve, reject) => {
    ws.onmessage = ({ data }) => resolve(data)
    ws.onclose = () => reject(new Error('closed'))
  })
async function ask(text) {
  for (;;) {
    try {
      const ws = await opened(new WebSocket('ws://localhost:8080'))
      ws.send(text)
      return await answer(ws)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}
console.log(await ask('hello'))
