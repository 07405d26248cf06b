const source = new EventSource('http://localhost:8080/events')
let isSecond = false
source.onmessage = ({ data }) => {
  isSecond = !isSecond
  if (isSecond) console.log('tick', JSON.parse(data).number)
}
