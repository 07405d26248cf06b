/** RxJS, with its operators and its subject of a WebSocket. */
import * as rxjs from 'rxjs'
import * as operators from 'rxjs/operators'
import * as webSocket from 'rxjs/webSocket'
import { provideLibrary } from '../src/sandbox/guest/libraries/provide.ts'

provideLibrary({
  // The global of its bundle has the other two as properties.
  rxjs: { ...rxjs, operators, webSocket },
  'rxjs/operators': operators,
  'rxjs/webSocket': webSocket,
})
