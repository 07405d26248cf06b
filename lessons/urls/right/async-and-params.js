const 名字 = window.prompt('你是谁？')

async function 打开(地址) {
  const socket = new WebSocket(地址)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  return socket
}

打开('wss://chat.example/join/general')

const query = new URLSearchParams({ name: 名字, room: 'general' })
const hello = await 打开(`ws://chat.example/hello?${query}`)
hello.addEventListener('message', ({ data }) => console.log(data))
