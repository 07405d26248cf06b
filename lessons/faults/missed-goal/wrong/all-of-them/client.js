const url = 'https://match.example/next'

// Says how many goals it has, and waits for more.
async function follow() {
  let count = 0
  for (;;) {
    const response = await fetch(`${url}?after=${count}`)
    const goals = await response.json()
    for (const score of goals) console.log(score)
    count = goals.length
  }
}

follow()
