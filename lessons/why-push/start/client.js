const url = 'http://localhost:8080/now'
let last = 0

async function ask() {
  const response = await fetch(url)
  const { number } = await response.json()
  if (number > last) {
    console.log('tick', number)
  }
  last = number
}

setInterval(ask, 700)
