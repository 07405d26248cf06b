const source = new EventSource('http://localhost:8080/events')
source.onMessage = ({ data }) => console.log('tick', JSON.parse(data).number)
