const source = new EventSource('http://localhost:8080/events')
let heard = 0
source.onmessage = ({ data }) => {
  console.log('tick', JSON.parse(data).number)
  heard += 1
  if (heard === 5) source.close()
}
