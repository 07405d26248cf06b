/** Runs within the page of the course before it is painted. */
import './before-app.ts'
import { showReader } from './show-reader.ts'

showReader(document)
