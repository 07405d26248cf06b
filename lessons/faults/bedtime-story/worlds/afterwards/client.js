// The bell rings as soon as somebody is there, and again when the story is over.
const ws = new WebSocket('wss://stories.example/')

ws.onopen = () => {
  ws.send('ring')
  setTimeout(() => ws.send('ring'), 2000)
}
ws.onmessage = ({ data }) => console.log(data)
