const url = 'https://match.example/next'

let number = 0
for (;;) {
  const response = await fetch(`${url}/${number}`)
  console.log(await response.text())
  number += 1
}
