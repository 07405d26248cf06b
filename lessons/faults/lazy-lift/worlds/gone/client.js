const url = 'wss://house.example'

function panel(floor) {
  const ws = new WebSocket(`${url}/${floor}`)
  ws.onmessage = ({ data }) => {
    console.log(`panel ${floor}: ${data}`)
  }
  return ws
}

const roof = panel(9)
const first = panel(1)
const third = panel(3)

roof.onopen = () => roof.send('up')
third.onopen = () => {
  first.send('up')
  third.send('up')
}

setTimeout(() => roof.close(), 500)
