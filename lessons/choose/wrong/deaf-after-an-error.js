const source = new EventSource('http://localhost:8080/events')
source.onmessage = ({ data }) => console.log('tick', JSON.parse(data).number)
source.onerror = () => {
  source.onmessage = null
}
