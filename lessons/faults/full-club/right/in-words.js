const words = new Map([
  [1006, 'connection lost'],
  [4003, 'the club is full'],
])
const ws = new WebSocket('wss://club.example/')

ws.onopen = () => console.log('in')
ws.onclose = ({ code }) => {
  console.log('over: %d (%s)', code, words.get(code) ?? 'unknown')
}
