const url = 'ws://localhost/chat'
const heard = { Ada: [], Bo: [] }

function enter(name) {
  const ws = new WebSocket(url)
  ws.onmessage = ({ data }) => heard[name].push(data)
  return ws
}

const ada = enter('Ada')
const bo = enter('Bo')

setTimeout(() => ada.send('Milk'), 1000)
setTimeout(() => bo.send('Sugar'), 1001)
setTimeout(() => {
  console.log(`Ada: ${heard.Ada.join(', ')}`)
  console.log(`Bo: ${heard.Bo.join(', ')}`)
}, 2000)
