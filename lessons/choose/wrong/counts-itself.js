const source = new EventSource('http://localhost:8080/events')
let number = 0
source.onmessage = () => {
  number += 1
  if (number === 4) number = 7
  console.log('tick', number)
}
