/** Whether a URL includes credentials (URL standard §4.1). */
export const includesCredentials = ({ username, password }: URL): boolean =>
  username !== '' || password !== ''
