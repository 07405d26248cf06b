import { createServer } from 'node:http'

createServer((request, response) => {
  console.log(request.headers['x-forwarded-for'])
  response.end()
}).listen(8080)
