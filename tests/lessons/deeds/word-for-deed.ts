/** 5. A word for a deed: words have edges in every script, and exact texts are exact. */
import { deedKind } from './deed.ts'

const line = { event: 'consoleMessage', side: 'client' }
const prints = (text: string) =>
  `const ws = new WebSocket('wss://a')\nws.onopen = () => console.log(${text})\n`

export default deedKind({
  slug: 'word-for-deed',
  tasks: [
    {
      id: 'state',
      checks: [
        {
          id: 'word',
          type: 'count',
          of: { ...line, text: { word: ['1', 'open', '打开'] } },
          atLeast: 1,
        },
      ],
    },
    {
      id: 'bye',
      checks: [
        { id: 'exact', type: 'count', of: { ...line, text: { is: ['bye', '再见'] } }, atLeast: 1 },
      ],
    },
  ],
  deeds: Object.fromEntries(
    (
      [
        ["'state_1'", true, false],
        ["'State1'", true, false],
        ["'套接字打开了'", true, false],
        ["'readyState:', 1", true, false],
        ["'nowOpen!'", true, false],
        ['[0, 1]', true, false],
        ["' bye '", false, true],
        ["'再见'", false, true],
        ["'bye'.concat('')", false, true],
        ['10', false, false],
        ['1.5', false, false],
        ["'reopened'", false, false],
        ["'opening'", false, false],
        ['-1', false, false],
        ["'goodbye'", false, false],
        ["'bye bye'", false, false],
        ["'再见了'", false, false],
      ] as const
    ).map(([text, state, bye]) => [
      `prints ${text}`,
      [
        {
          state: state ? 'passed' : 'failed in lesson: word',
          bye: bye ? 'passed' : 'failed in lesson: exact',
        },
        prints(text),
      ],
    ]),
  ),
})
