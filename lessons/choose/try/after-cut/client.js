const host = 'localhost:8080'
const ws = new WebSocket(`ws://${host}`)
const source = new EventSource(`http://${host}/events`)
const last = {}

ws.onmessage = ({ data }) => {
  last.socket = JSON.parse(data).number
}

source.onmessage = ({ data }) => {
  last.stream = JSON.parse(data).number
}

setTimeout(() => {
  console.log('WebSocket:', last.socket)
  console.log('EventSource:', last.stream)
  source.close()
}, 11500)
