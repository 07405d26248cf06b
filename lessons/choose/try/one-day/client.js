const HOUR = 60 * 60 * 1000

const ws = new WebSocket('ws://localhost:8080')
ws.onmessage = ({ data }) => console.log('pushed:', data)

const url = 'http://localhost:8080/warning'
let shown = ''
async function ask() {
  const response = await fetch(url)
  const text = await response.text()
  if (text !== shown) console.log('polled:', text)
  shown = text
}

ask()
setInterval(ask, HOUR)
