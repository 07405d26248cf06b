/** Vue with its compiler: templates of programs are compiled where they run. */
import * as vue from 'vue/dist/vue.esm-bundler.js'
import { provideLibrary } from '../src/sandbox/guest/libraries/provide.ts'

provideLibrary({ vue })
