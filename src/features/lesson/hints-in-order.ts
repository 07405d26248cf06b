import type { TaskFailure } from '../../core/checks/judge-tasks.ts'

/** The hints that the failures ask for come first. */
export function hintsInOrder(
  hints: readonly string[],
  failures: readonly TaskFailure[],
): readonly string[] {
  const asked = failures.flatMap(({ explanation }) => explanation?.hint ?? [])
  return [...new Set([...asked.filter((hint) => hints.includes(hint)), ...hints])]
}
