const ws = new WebSocket('ws://localhost:8080')
let shown = null
let newest = null
ws.onopen = () => ws.send(JSON.stringify({ after: 0 }))
ws.onmessage = ({ data }) => {
  newest = JSON.parse(data).text
  shown ??= setTimeout(() => {
    console.log(newest)
    shown = null
  }, 100)
}
