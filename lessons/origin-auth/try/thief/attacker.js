const url = 'https://chat.example/ticket'
const options = { method: 'POST', credentials: 'include' }

try {
  const response = await fetch(url, options)
  console.log(`The ticket: ${await response.text()}`)
} catch (error) {
  console.log(`No ticket: ${error.message}`)
}
