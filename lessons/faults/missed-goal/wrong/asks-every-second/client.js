const url = 'https://match.example/next'

async function ask() {
  const response = await fetch(url)
  console.log(await response.text())
}

ask()
setInterval(ask, 1000)
