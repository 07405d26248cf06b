/**
 * What everything that happens in this turn follows from: the `seq` of the receipt, the timer or
 * the dispatched event that began it. The clock clears it before each timer and task.
 */
export interface Cause {
  current: number | undefined
}
