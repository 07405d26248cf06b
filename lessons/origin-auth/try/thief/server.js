import { createServer } from 'node:http'

createServer(({ url, headers }, response) => {
  if (url === '/login') {
    const cookie = 'session=1; Path=/; Secure'
    const rest = 'SameSite=None'
    response.setHeader('Set-Cookie', `${cookie}; ${rest}`)
    response.end()
  } else {
    const { origin, cookie } = headers
    console.log(`A ticket for ${cookie}, to ${origin}`)
    response.end('2f6b-9c')
  }
}).listen(8080)
