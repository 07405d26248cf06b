/** A line of the course that cannot be used, and why. */
export interface CourseProblem {
  /** Relative to the root of the project. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly reason: string
}

/** Every problem of the course, one line each: `lessons/x/lesson.yaml:3: …`. */
export class CourseError extends Error {
  readonly problems: readonly CourseProblem[]

  constructor(problems: readonly CourseProblem[]) {
    super(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'))
    this.name = 'CourseError'
    this.problems = problems
  }
}
