import { describe, expect, it } from 'vitest'
import type { Locale } from '../locale/locale.ts'
import { parseHelp } from './help-markdown.ts'
import { problemsOfHelp, problemsOfTranslatedHelp } from './help-problems.ts'
import { lessonSketch } from './testing/lesson-file.ts'

const lesson = lessonSketch()
const HELP = `## say

- hint speak: Speak.
- hint wait: Wait.
- failure sent/early: At {time}, line {line} of {file}.
- failure sent/never: Nothing was sent.

## worlds

- world other: with another seed
`
const problems = (text: string, locale: Locale = 'en') =>
  problemsOfHelp(lesson, parseHelp(text), locale).map(({ line, reason }) => `${line}: ${reason}`)

describe('the help of a lesson', () => {
  it('has what its checks need', () => {
    expect(problems(HELP)).toEqual([])
    expect(problems(HELP.replace('\n\n## worlds', '\n- failure sent: No.\n\n## worlds'))).toEqual(
      [],
    )
  })

  it.each([
    [
      '- hint wait: Wait.\n',
      '',
      '1: the hint wait is missing, which a check of say offers: - hint wait: …',
    ],
    [
      '- hint wait: Wait.\n',
      '- hint wait: Wait.\n- hint go: Go.\n',
      '5: no check of say offers the hint go',
    ],
    [
      '- failure sent/never: Nothing was sent.\n',
      '',
      '1: the text of a mistake is missing: - failure sent/never: …',
    ],
    ['sent/never', 'sent/late', '6: no check of say has the failure sent/late'],
    ['{time}', '{code}', '5: nothing fills {code}; there is {time}, {file}, {line}, {api}'],
    [' of {file}', '', '5: a text that names a line names its file: line {line} of {file}'],
    ['Nothing was sent.', 'Nothing at {time}.', '6: nothing fills {time}; there is none'],
    ['## say', '## sing', '1: lesson.yaml has no task sing'],
    ['## say', '## sing', 'null: ## say is missing: its hints and failures'],
  ])('is refused where %j is %j', (from, to, problem) => {
    expect(problems(HELP.replace(from, to)).join('\n')).toContain(problem)
  })

  it('claims nothing that an absent event does not prove', () => {
    const claims = (text: string, locale?: Locale) =>
      problems(HELP.replace('Nothing was sent.', text), locale).map(
        (reason) => reason.split(':')[1],
      )
    expect(claims("Nothing was sent. You didn't call it.")).toEqual([])
    expect(claims('The server was asleep.')).toEqual([
      ' “The server was asleep.” claims something, and the mistake never has only `absent`',
    ])
    expect(claims('Nothing was sent. You waited for an error.')).toHaveLength(1)
    expect(claims('没有发出任何消息。', 'zh-CN')).toEqual([])
    expect(claims('你在等 error。', 'zh-CN')).toHaveLength(1)
  })
})

it('a translation has the same hints and failures in one order', () => {
  const source = parseHelp(HELP)
  expect(problemsOfTranslatedHelp(source, source)).toEqual([])
  const other = parseHelp('## say\n\n- hint wait: W.\n- hint speak: S.\n- failure sent: N.\n')
  expect(problemsOfTranslatedHelp(source, other).map(({ reason }) => reason)).toEqual([
    'its hints are wait, speak, those of en.help.md speak, wait',
    'its failures are sent, those of en.help.md sent/early, sent/never',
  ])
})
