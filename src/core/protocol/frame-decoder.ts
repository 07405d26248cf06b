import type { Frame } from './frame.ts'
import { FrameParser } from './frame-parser.ts'

/**
 * Reads frames off one direction of a connection without judging them: for recorders and
 * inspectors, which show what is there, wrong or not. A wrong length may leave it waiting for ever.
 */
export class FrameDecoder {
  #frames: Frame[] = []
  readonly #parser = new FrameParser({
    start: () => {},
    length: () => {},
    part: () => {},
    frame: (frame) => this.#frames.push(frame),
  })

  /**
   * Takes the next octets after the opening handshake and gives the frames that they completed.
   * The frames may be views of `bytes`, which must not be written afterwards.
   */
  push(bytes: Uint8Array): Frame[] {
    this.#parser.push(bytes)
    const frames = this.#frames
    this.#frames = []
    return frames
  }

  /** Whether the stream so far ends between two frames. */
  get betweenFrames(): boolean {
    return this.#parser.betweenFrames
  }
}
