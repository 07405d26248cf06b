const page = Math.random()
const url = `https://match.example/next?page=${page}`

async function follow() {
  const response = await fetch(url)
  const scores = await response.text()
  scores.split('\n').forEach((score) => console.log(score))
  follow()
}

follow()
