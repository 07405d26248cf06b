import { expect, it } from 'vitest'
import { holdUnits } from './hold-units.ts'

it.each([
  ['It takes 80 ms, then 2 s.', 'It takes 80\u00a0ms, then 2\u00a0s.'],
  ['{minutes} min', '{minutes}\u00a0min'],
  ['10 MiB in 44 bytes', '10\u00a0MiB in 44\u00a0bytes'],
  ['等 80 毫秒，8 分钟', '等 80\u00a0毫秒，8\u00a0分钟'],
])('%s: numbers stay with their units', (text, held) => {
  expect(holdUnits(text)).toBe(held)
})

it.each(['step 2 of 4', '3 sockets', '2 B-trees', 'in 5 small steps', '第 3 课'])(
  '%s has no unit',
  (text) => {
    expect(holdUnits(text)).toBe(text)
  },
)
