const url = 'wss://house.example'

function panel(floor) {
  const ws = new WebSocket(`${url}/${floor}`)
  ws.onmessage = ({ data }) => {
    console.log(`panel ${floor}: ${data}`)
  }
  return ws
}

const roof = panel(9)
roof.onopen = () => {
  roof.send('up')
  setTimeout(() => roof.send('down'), 800)
  setTimeout(() => roof.send('stop'), 1600)
}
