const url = 'https://chat.example/login'
await fetch(url, { method: 'POST' })
console.log('Ada is logged in')
