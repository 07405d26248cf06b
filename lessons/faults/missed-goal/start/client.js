const url = 'https://match.example/next'

// Asks, and waits for the answer; then asks again.
async function follow() {
  for (;;) {
    const response = await fetch(url)
    console.log(await response.text())
  }
}

follow()
