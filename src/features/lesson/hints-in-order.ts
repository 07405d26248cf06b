import type { TaskFailure } from '../../core/checks/judge-tasks.ts'

/**
 * The hints that the failures ask for come first. Among those, and among the rest, the order of the
 * lesson stays: from the gentle to the telling.
 */
export function hintsInOrder(
  hints: readonly string[],
  failures: readonly TaskFailure[],
): readonly string[] {
  const asked = failures.flatMap(({ explanation }) => explanation?.hint ?? [])
  return [
    ...hints.filter((hint) => asked.includes(hint)),
    ...hints.filter((hint) => !asked.includes(hint)),
  ]
}
