const source = new EventSource('http://localhost:8080/events')
const print = ({ data }) => console.log('tick', JSON.parse(data).number)
source.onmessage = print
source.onerror = () => {
  source.close()
  new WebSocket('ws://localhost:8080').onmessage = print
}
