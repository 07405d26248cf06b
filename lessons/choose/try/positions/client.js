const ws = new WebSocket('ws://localhost:8080')
let late = 0
let behind = 0
let before = 0

ws.onmessage = ({ data }) => {
  const { number, sent } = JSON.parse(data)
  const now = Date.now()
  if (now - sent > 100) {
    late += 1
    // In the same instant as the one before: it was there.
    if (now === before) behind += 1
  }
  before = now

  if (number === 100) {
    console.log(late, 'late,', behind, 'behind another')
    ws.close()
  }
}
