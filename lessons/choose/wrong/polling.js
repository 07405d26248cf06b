let last = 0

setInterval(async () => {
  const response = await fetch('http://localhost:8080/now')
  const { number } = await response.json()
  if (number !== last) console.log('tick', number)
  last = number
}, 500)
