const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const two = (value: number) => String(value).padStart(2, '0')

/** A duration as Node's `console.timeEnd` writes it: `formatTime` of lib/internal/util/debuglog.js. */
export function timeText(milliseconds: number): string {
  if (milliseconds >= MINUTE) {
    const hours = Math.floor(milliseconds / HOUR)
    const minutes = Math.floor((milliseconds % HOUR) / MINUTE)
    const seconds = ((milliseconds % MINUTE) / SECOND).toFixed(3).padStart(6, '0')
    return hours > 0
      ? `${String(hours)}:${two(minutes)}:${seconds.slice(0, 2)} (h:mm:ss)`
      : `${String(minutes)}:${seconds} (m:ss.mmm)`
  }
  if (milliseconds >= SECOND) return `${(milliseconds / SECOND).toFixed(3)}s`
  return `${String(Number(milliseconds.toFixed(3)))}ms`
}
