const zoo = 'wss://zoo.example'
const paths = [
  '/live/lions',
  '/live/bears',
  '/live/seals',
]

for (const path of paths) {
  const ws = new WebSocket(zoo + path)

  ws.onopen = () => {
    console.log(path, 'open')
  }

  ws.onerror = () => {
    console.log(path, 'error')
  }

  ws.onclose = (event) => {
    console.log(path, 'close', event.code)
  }
}
