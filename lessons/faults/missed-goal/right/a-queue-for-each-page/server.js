import { createServer } from 'node:http'

const pages = new Map()

const server = createServer(({ url }, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*')
  const page = pages.get(url) ?? { kept: [], response }
  page.response = response
  pages.set(url, page)
  flush(page)
})

function flush(page) {
  if (page.kept.length === 0 || !page.response) return
  page.response.end(page.kept.join('\n'))
  page.response = undefined
  page.kept = []
}

function goal(score) {
  console.log(score)
  for (const page of pages.values()) {
    page.kept.push(score)
    flush(page)
  }
}

server.listen(8080)

// The match.
setTimeout(goal, 1000, '1 : 0')
setTimeout(goal, 3000, '1 : 1')
setTimeout(goal, 3030, '2 : 1')
setTimeout(goal, 3060, '3 : 1')
setTimeout(goal, 6000, '3 : 2')
