// Ada
const ws = new WebSocket('ws://localhost:8080')

ws.onopen = () => {
  ws.send('Hello')
}

ws.onmessage = ({ data }) => {
  console.log('Ada hears', data)
}

ws.onclose = ({ code }) => {
  console.log('Ada is out:', code)
}
