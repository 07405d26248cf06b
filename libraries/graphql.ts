import * as graphql from 'graphql'
import { provideLibrary } from '../src/sandbox/guest/libraries/provide.ts'

provideLibrary({ graphql })
