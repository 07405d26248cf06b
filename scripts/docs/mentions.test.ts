import { expect, it } from 'vitest'
import { headingsOf, idOfHeading, mentionsOf } from './mentions.ts'

it('finds links, paths and commands, and nothing in other code', () => {
  const page = `See [that](there.md#part) and [ws](https://example.org), \`src/app\`, \`ws.url\`.

\`\`\`sh
npm ci && npm start -- --port 80   # npm run nothing
npx vitest run src/core
\`\`\`

\`\`\`js
import './nowhere.js' // npm run nowhere
\`\`\`
`
  expect(mentionsOf(page)).toEqual({
    links: ['there.md#part'],
    paths: ['src/app'],
    commands: [
      { program: 'npm ci', words: [] },
      { program: 'npm start', words: ['--port', '80'] },
      { program: 'npx vitest', words: ['run', 'src/core'] },
    ],
  })
})

it('knows the ids of headings', () => {
  expect(headingsOf('# One\n\n## `createNetwork(options)`\n').map(idOfHeading)).toEqual([
    'one',
    'createnetworkoptions',
  ])
})
