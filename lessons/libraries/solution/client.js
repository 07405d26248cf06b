import { io } from 'socket.io-client'

// Ada
const path = '/socket.io/?EIO=4&transport=websocket'
const ws = new WebSocket(`ws://localhost:8080${path}`)

ws.onmessage = ({ data }) => {
  if (data.startsWith('0')) {
    ws.send('40')
  } else if (data.startsWith('40')) {
    ws.send('42["chat","Hello"]')
  } else if (data.startsWith('42')) {
    const [, text] = JSON.parse(data.slice(2))
    console.log('Ada hears', text)
  } else if (data === '2') {
    ws.send('3')
  }
}

ws.onclose = ({ code }) => {
  console.log('Ada is out:', code)
}

// Bo
const socket = io('http://localhost:8080')

socket.on('connect', async () => {
  const answer = await socket.emitWithAck('chat', 'Tea?')
  console.log('Bo’s message was', answer)
})

socket.on('chat', (text) => {
  console.log('Bo hears', text)
})
