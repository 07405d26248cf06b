/**
 * What a sandbox may send the page before the page grants more. What it may not send yet it keeps: one
 * that has sent more is no sandbox of ours, and is cut off.
 */

/** Batches of events. The last of a run waits for no credit, and is one more. */
export const MAX_CREDIT = 16

/** Other messages, which do not wait: a program may make a thousand workers at once. */
export const MAX_UNCOUNTED = 1024
