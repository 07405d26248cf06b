/** Whether a program is still the starter that its lesson gave. */
import type { LessonPlan } from '../core/lesson/lesson-plan.ts'
import { PROGRAM_FILES } from '../core/program/program-file.ts'
import type { Program } from '../core/program/program.ts'

/**
 * @param endpointServer the server program that comes with the endpoint, which joins a starter
 *   without one; undefined where there is none in the page.
 */
export function isStarter(
  program: Program,
  { start, startIn }: Pick<LessonPlan, 'start' | 'startIn'>,
  endpointServer: string | undefined,
): boolean {
  return [start, ...Object.values(startIn)].some((starter) =>
    PROGRAM_FILES.every((file) => {
      if (program[file] === starter[file]) return true
      // Which server runs is the endpoint's affair, unless the reader wrote it.
      return file === 'server.js' && [undefined, endpointServer].includes(program[file])
    }),
  )
}
