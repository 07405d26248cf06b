const ws = new WebSocket('ws://localhost:8080')
let shown = null
let waiting = []
ws.onopen = () => ws.send(JSON.stringify({ after: 0 }))
ws.onmessage = ({ data }) => {
  waiting.push(JSON.parse(data).text)
  shown ??= setTimeout(() => {
    for (const text of waiting) console.log(text)
    waiting = []
    shown = null
  }, 100)
}
