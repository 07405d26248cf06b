const url = 'http://localhost:8080/next?after='
let last = 0

while (last < 3) {
  const answer = await fetch(url + last)
  const { number } = await answer.json()
  console.log('tick', number)
  last = number
}
