/**
 * Takes WebRTC away from a realm: it reaches other machines past every policy. In Chromium no policy
 * of a document and no attribute of a frame forbids it; only a response header does, which a static
 * host can't be asked for.
 */

const CONSTRUCTORS = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection']

export function removePeerConnections(realm: object): void {
  for (const name of CONSTRUCTORS) Reflect.deleteProperty(realm, name)
}

/** The same as the text of a script, for a frame of the program. */
export const WITHOUT_PEER_CONNECTIONS = `for(const name of ${JSON.stringify(CONSTRUCTORS)})delete self[name]`
