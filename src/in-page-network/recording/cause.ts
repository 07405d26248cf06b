/**
 * The cause of everything in this turn: the `seq` of the receipt, timer or dispatched event that
 * began it. The clock clears it before each timer and task.
 */
export interface Cause {
  current: number | undefined
}
