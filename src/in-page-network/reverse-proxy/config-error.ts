/** Why nginx does not start with a configuration, in its words, behind the place. */
export class ConfigError extends SyntaxError {
  override readonly name = 'nginx'

  /** @param line from 1. */
  constructor(reason: string, line: number) {
    super(`nginx.conf:${String(line)}:1: [emerg] ${reason}`)
  }
}

/** As nginx names the place. */
export const refusedAt = (reason: string, line: number): ConfigError =>
  new ConfigError(`${reason} in nginx.conf:${String(line)}`, line)
