/** The rules, one file of this folder for each type of check. */
import type { CheckType, Demand } from '../check.ts'
import type { Rule, RuleDefinition } from '../rule.ts'

const definitions = import.meta.glob<RuleDefinition>(['./*.ts', '!./*.test.ts'], {
  eager: true,
  import: 'default',
})

export const rules: ReadonlyMap<CheckType, RuleDefinition> = new Map(
  Object.values(definitions).map((definition) => [definition.type, definition]),
)

export function ruleOf(demand: Demand): Rule {
  const rule = rules.get(demand.type)
  if (rule === undefined) throw new Error(`src/core/checks/rules has no rule for ${demand.type}`)
  return rule.create(demand, ruleOf)
}
