import { expect, it } from 'vitest'
import { groupScenarios, SCENARIO_GROUPS } from './scenario-groups.ts'

const scenarios = Object.keys(import.meta.glob('../../../scenarios/*.js')).map((path) =>
  path.replace(/^.*\/|\.js$/g, ''),
)

it('each scenario is listed once, and each that is named is there', () => {
  const listed = groupScenarios(scenarios).flatMap((group) => group.scenarios)
  expect(listed.toSorted()).toEqual(scenarios.toSorted())
  expect(scenarios).toEqual(expect.arrayContaining(Object.values(SCENARIO_GROUPS).flat()))
})

it('a new scenario is in the last group', () => {
  expect(groupScenarios(['my-own', 'echo'])).toEqual([
    { group: 'talk', scenarios: ['echo'] },
    { group: 'more', scenarios: ['my-own'] },
  ])
})
