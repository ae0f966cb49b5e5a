// @ts-check
// The service, as `npm start` runs it.
import { load } from './load.js'

await load('src/server.ts')
