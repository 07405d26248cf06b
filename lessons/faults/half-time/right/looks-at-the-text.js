const ws = new WebSocket('wss://stadium.example/')
const score = /^\{"home":(\d+),"away":(\d+)\}$/

ws.onmessage = ({ data }) => {
  const found = score.exec(data)
  if (found !== null) console.log(found[1], ':', found[2])
  ws.send('next')
}
