const chat = 'chat.example'
const how = { method: 'POST' }
const post = (path) => fetch(`https://${chat}/${path}`, how)

await post('login/Ada')
const one = open('first tab')
open('second tab')

setTimeout(async () => {
  await post('logout')
  console.log('Ada has logged out')
  one.send(JSON.stringify({ type: 'say', text: 'Hello?' }))
}, 1000)

function open(name) {
  const ws = new WebSocket(`wss://${chat}`)
  ws.onmessage = ({ data }) => {
    const { text } = JSON.parse(data)
    if (text) console.log(`${name}: ${text}`)
  }
  return ws
}
