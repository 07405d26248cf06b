/** React, and its renderer for pages. */
import * as react from 'react'
import * as runtime from 'react/jsx-runtime'
import * as dom from 'react-dom'
import * as client from 'react-dom/client'
import { provideLibrary } from '../src/sandbox/guest/libraries/provide.ts'

provideLibrary({
  react,
  // The global of React's former bundles has both.
  'react-dom': { ...dom, ...client, default: { ...dom, ...client } },
  'react-dom/client': client,
  'react/jsx-runtime': runtime,
})
