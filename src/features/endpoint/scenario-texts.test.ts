import { expect, it } from 'vitest'
import en from '../../locales/en/endpoint.ts'

const scenarios = Object.keys(import.meta.glob('../../../scenarios/*.js')).map((path) =>
  path.replace(/^.*\/|\.js$/g, ''),
)

it('describes every scenario, and no other', () => {
  expect(Object.keys(en.scenario).sort()).toEqual(scenarios.sort())
})
