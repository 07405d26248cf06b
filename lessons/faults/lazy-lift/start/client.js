const url = 'wss://house.example'

function panel(floor) {
  const ws = new WebSocket(`${url}/${floor}`)
  ws.onmessage = ({ data }) => {
    console.log(`panel ${floor}: ${data}`)
  }
  return ws
}

// The panel is off until somebody presses it.
const third = panel(3)
third.onopen = () => third.send('up')

// Nothing comes, so it's pressed again.
setTimeout(() => third.send('up'), 3000)
