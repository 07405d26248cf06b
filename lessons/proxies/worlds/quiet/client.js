const ws = new WebSocket('ws://localhost/chat')
ws.onopen = () => console.log('Cy is in')
ws.onclose = ({ code }) => {
  console.log(`Cy is out: ${code}`)
}

const dot = new WebSocket('ws://localhost/chat')
dot.onopen = () => console.log('Dot is in')
dot.onmessage = ({ data }) => {
  console.log(`Dot hears: ${data}`)
}

setTimeout(() => {
  if (ws.readyState === 1) ws.send('Good night')
}, 170_000)
